export { audit } from './audit.ts';
export { readAudit } from './audit-lines.store.ts';
export { compareAuditCopy, NotACopy } from './compare-audit-copy.ts';
export { exportAudit } from './export-audit.store.ts';
export { type AuditFault, verifyAudit } from './verify-audit.ts';
