import type { Way } from '../account.ts';
import { tokenHash } from '../account-database.store.ts';
import type { SignIn } from '../sign-in.server.ts';
import { sessionCookieText } from './cookies.ts';

const sessionSeconds = 60 * 60 * 24 * 30;
/** How long after signing in a person may change how they sign in. */
const freshMinutes = 15;

export interface SessionListed {
  id: string;
  way: Way;
  device: string;
  openedAt: Date;
  usedAt: Date;
  here: boolean;
}

export const newToken = ({ random }: Pick<SignIn, 'random'>) =>
  Buffer.from(random.bytes(32)).toString('base64url');

/** Opens a session and returns its cookie. A session that this browser had ends. */
export async function openSession(
  signIn: SignIn,
  session: { accountId: string; way: Way; device: string; before: string | null },
): Promise<string> {
  const { accountId, way, device, before } = session;
  const token = newToken(signIn);
  const now = signIn.clock.now();
  await signIn.db.transaction().execute(async (db) => {
    if (before) {
      await db.deleteFrom('session').where('tokenHash', '=', tokenHash(before)).execute();
    }
    await db
      .insertInto('session')
      .values({
        id: signIn.random.uuid(),
        tokenHash: tokenHash(token),
        accountId,
        way,
        device,
        openedAt: now,
        usedAt: now,
        expiresAt: new Date(now.getTime() + sessionSeconds * 1000),
      })
      .execute();
    await db.deleteFrom('session').where('expiresAt', '<=', now).execute();
  });
  return sessionCookieText(token, signIn.secure, sessionSeconds);
}

/** Where the account is signed in, the latest first. */
export async function listSessions(
  { db, clock }: SignIn,
  accountId: string,
  token: string | null,
): Promise<SessionListed[]> {
  const here = tokenHash(token ?? '');
  const rows = await db
    .selectFrom('session')
    .select(['id', 'way', 'device', 'openedAt', 'usedAt', 'tokenHash'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', clock.now())
    .orderBy('usedAt', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ tokenHash: hash, ...row }) => ({ ...row, here: hash.equals(here) }));
}

export async function isFresh(
  { db, clock }: SignIn,
  accountId: string,
  token: string | null,
): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('openedAt')
    .where('tokenHash', '=', tokenHash(token ?? ''))
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (!row) return false;
  const age = clock.now().getTime() - row.openedAt.getTime();
  return age >= 0 && age < freshMinutes * 60_000;
}

/** Whose session it is; null when it has ended. */
export async function accountOfSession(
  { db, clock }: SignIn,
  token: string | null,
): Promise<string | null> {
  const row = await db
    .selectFrom('session')
    .select('accountId')
    .where('tokenHash', '=', tokenHash(token ?? ''))
    .where('expiresAt', '>', clock.now())
    .executeTakeFirst();
  return row?.accountId ?? null;
}

/** Ends this browser's session. */
export async function signOut({ db }: SignIn, token: string | null): Promise<void> {
  await db
    .deleteFrom('session')
    .where('tokenHash', '=', tokenHash(token ?? ''))
    .execute();
}

/** Ends one session of the account's own. */
export async function endSession({ db }: SignIn, accountId: string, id: string): Promise<void> {
  await db.deleteFrom('session').where('accountId', '=', accountId).where('id', '=', id).execute();
}

/** Ends all sessions of the account; those of one token go on when it is given. */
export async function endSessions(
  { db }: Pick<SignIn, 'db'>,
  accountId: string,
  except: string | null = null,
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('tokenHash', '!=', tokenHash(except ?? ''))
    .execute();
}
