import { accountOfSession } from './session/session.store.ts';
import type { SignIn } from './sign-in.server.ts';

export interface AccountFound {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  locale: string;
}

const columns = ['id', 'name', 'email', 'emailVerified', 'locale'] as const;

/** The account of an address, or null. Demo accounts have no address of anybody's. */
export async function findAccount({ db }: SignIn, email: string): Promise<AccountFound | null> {
  const row = await db
    .selectFrom('user')
    .select(columns)
    .where('email', '=', email.toLowerCase())
    .where('demo', '=', false)
    .executeTakeFirst();
  return row ?? null;
}

export async function readAccount({ db }: SignIn, id: string): Promise<AccountFound | null> {
  const row = await db.selectFrom('user').select(columns).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

/** Null when the address has an account already. */
export async function addAccount(
  { db, clock, random }: SignIn,
  account: {
    name: string;
    email: string;
    locale: string;
    emailVerified?: boolean;
    demo?: boolean;
  },
): Promise<string | null> {
  const row = await db
    .insertInto('user')
    .values({
      id: random.uuid(),
      name: account.name,
      email: account.email.toLowerCase(),
      emailVerified: account.emailVerified ?? false,
      locale: account.locale,
      demo: account.demo ?? false,
      createdAt: clock.now(),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Somebody opened a letter to this address. The first time, what was set up before that ends, unless
 * it is a browser of the account itself that opened it: it may have been somebody else who gave this
 * address as theirs. An authenticator app stays in the way. Returns whether something ended.
 */
export async function proveAddress(
  signIn: SignIn,
  accountId: string,
  bySession: string | null,
): Promise<boolean> {
  const own = (await accountOfSession(signIn, bySession)) === accountId;
  return signIn.db.transaction().execute(async (db) => {
    const first = await db
      .updateTable('user')
      .set({ emailVerified: true })
      .where('id', '=', accountId)
      .where('emailVerified', '=', false)
      .returning('id')
      .executeTakeFirst();
    if (!first || own) return false;
    let ended = 0n;
    for (const table of ['session', 'password', 'passkey', 'districtIdentity'] as const) {
      const [result] = await db.deleteFrom(table).where('accountId', '=', accountId).execute();
      ended += result?.numDeletedRows ?? 0n;
    }
    return ended > 0n;
  });
}
