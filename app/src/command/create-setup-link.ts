import type { Pool } from 'pg';
import { setupTokenHash } from '../partnership/founding/server.ts';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';

/** A link that lets one person start a partnership; the database keeps only the token's hash. */
export async function createSetupLink(
  owner: Pick<Pool, 'query'>,
  { baseUrl, clock, random }: { baseUrl: string; clock: Clock; random: Random },
): Promise<string> {
  const token = Buffer.from(random.bytes(24)).toString('base64url');
  await owner.query('insert into setup_token (token_hash, created_at) values ($1, $2)', [
    setupTokenHash(token),
    clock.now(),
  ]);
  return `${baseUrl}/start/${token}`;
}
