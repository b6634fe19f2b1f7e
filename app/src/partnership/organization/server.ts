export { addOrganization } from './add-organization.ts';
export { mayFill } from './may-fill.ts';
export { readOrganization, readOrganizations, readSites } from './organization.store.ts';
