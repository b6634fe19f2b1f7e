export { EndTerm } from './end-term.view.tsx';
export { organizationWords } from './organization.words.ts';
export { OrganizationForm, SiteForm } from './organization-form.view.tsx';
export { OrganizationPage } from './organization-page.view.tsx';
export { partnerMap } from './partner-map.ts';
export { Partners } from './partners.view.tsx';
export { SeatPage } from './seat-page.view.tsx';
