import type { SignIn } from '../sign-in.server.ts';

export interface PasskeyListed {
  id: string;
  name: string;
  transports: string[];
  addedAt: Date;
  usedAt: Date | null;
}

export interface PasskeyFound {
  id: string;
  accountId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
}

export async function listPasskeys({ db }: SignIn, accountId: string): Promise<PasskeyListed[]> {
  return db
    .selectFrom('passkey')
    .select(['id', 'name', 'transports', 'addedAt', 'usedAt'])
    .where('accountId', '=', accountId)
    .orderBy('addedAt')
    .execute();
}

export async function countPasskeys(signIn: SignIn, accountId: string): Promise<number> {
  return (await listPasskeys(signIn, accountId)).length;
}

export async function findPasskey({ db }: SignIn, id: string): Promise<PasskeyFound | null> {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'accountId', 'publicKey', 'counter', 'transports'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** False when somebody has this passkey already. */
export async function keepPasskey(
  { db, clock }: SignIn,
  passkey: PasskeyFound & { name: string },
): Promise<boolean> {
  const row = await db
    .insertInto('passkey')
    .values({ ...passkey, addedAt: clock.now(), usedAt: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves the counter on; false when somebody else did in the meantime. */
export async function notePasskeyUse(
  { db, clock }: SignIn,
  { id, counter }: Pick<PasskeyFound, 'id' | 'counter'>,
  newCounter: number,
): Promise<boolean> {
  const row = await db
    .updateTable('passkey')
    .set({ counter: newCounter, usedAt: clock.now() })
    .where('id', '=', id)
    .where('counter', '=', counter)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function namePasskey(
  { db }: SignIn,
  accountId: string,
  id: string,
  name: string,
): Promise<void> {
  await db
    .updateTable('passkey')
    .set({ name })
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .execute();
}

/** False when the account has no such passkey. */
export async function removePasskey(
  { db }: SignIn,
  accountId: string,
  id: string,
): Promise<boolean> {
  const row = await db
    .deleteFrom('passkey')
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
