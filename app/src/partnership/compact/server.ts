export { type CompactListed, readCompact, readCompacts } from './compact.store.ts';
export { ratifyCompact } from './ratify-compact.ts';
export { readOrganizationsSeated } from './seated-organizations.store.ts';
export { writeCompact } from './write-compact.ts';
