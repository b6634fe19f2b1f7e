export { addOrganization } from './add-organization.ts';
export { mayFill } from './may-fill.store.ts';
export { readOrganization, readOrganizations, readSites } from './organization.store.ts';
