export { auditWords } from './audit.words.ts';
export { AuditTrail } from './audit-trail.view.tsx';
