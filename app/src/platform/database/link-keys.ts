import type { Pool } from 'pg';
import { type EarlierKey, type Signer, signerWith } from '../signer.ts';
import type { OpenedDatabase } from './open-database.ts';
import type { Secrets } from './secrets.ts';

/** The first one has the plain name, so that links of before the first rotation stay as they are. */
const secretName = (number: number) => (number === 1 ? 'links' : `links ${number}`);

/** Signs with the key in use, and knows those of before for as long as they hold. */
export async function linkSigner({
  owner,
  secret,
}: Pick<OpenedDatabase, 'owner' | 'secret'>): Promise<Signer> {
  const { current, earlier } = await readLinkKeys(owner, secret);
  return signerWith(current, earlier);
}

async function readLinkKeys(owner: Pick<Pool, 'query'>, secret: Secrets) {
  const { rows } = await owner.query<{ number: number; voidAt: Date | null }>(
    'select number, void_at as "voidAt" from link_key order by number',
  );
  const current = rows.find(({ voidAt }) => voidAt === null);
  if (!current) throw new Error('No key of links is in use.');
  const earlier: EarlierKey[] = rows.flatMap(({ number, voidAt }) =>
    voidAt ? [{ key: secret(secretName(number)), voidAt }] : [],
  );
  return { current: secret(secretName(current.number)), earlier };
}

/**
 * Takes a new key into use; what the one of before signed holds until then. Everybody's sessions and
 * mailed sign-in links end.
 */
export async function rotateLinkKey(
  { owner, secret }: Pick<OpenedDatabase, 'owner' | 'secret'>,
  { at, voidAt }: { at: Date; voidAt: Date },
): Promise<{ sessions: number }> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query('lock table link_key in exclusive mode');
    await client.query('update link_key set void_at = least(coalesce(void_at, $1), $1)', [voidAt]);
    const { rows } = await client.query<{ number: number }>(
      `insert into link_key (number, made_at) select max(number) + 1, $1 from link_key returning number`,
      [at],
    );
    // Made now, so that a backup from this moment on has it.
    secret(secretName(rows[0]!.number));
    const ended = await client.query('delete from auth.session');
    await client.query(`delete from auth.ticket where purpose <> 'reset'`);
    await client.query('commit');
    return { sessions: ended.rowCount ?? 0 };
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first failure is the one to tell
    throw error;
  } finally {
    client.release();
  }
}
