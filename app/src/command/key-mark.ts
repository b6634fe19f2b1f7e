import { createHash } from 'node:crypto';
import type { Secrets } from '../platform/database/secrets.ts';

/** Tells keys apart and gives none away. */
export function keyMarkOf(secret: Secrets): string {
  return createHash('sha256')
    .update(`mark of ${secret('links')}`)
    .digest('hex')
    .slice(0, 16);
}
