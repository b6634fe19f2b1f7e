export { auditWords } from './audit.words.ts';
export { type AuditFilter, isFiltered, readAuditFilter, readPlace } from './audit-filter.ts';
export { AuditFilters, type AuditSides } from './audit-filters.view.tsx';
export { AuditProof } from './audit-proof.view.tsx';
export { AuditTrail } from './audit-trail.view.tsx';
