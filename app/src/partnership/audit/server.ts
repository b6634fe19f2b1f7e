export { exportAudit, readAudit } from './audit.store.ts';
export { audit } from './audit.ts';
export { verifyAudit } from './verify-audit.ts';
