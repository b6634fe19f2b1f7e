import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { SignIn } from '../sign-in.server.ts';

/** What a password is compared with where there is none, so that both take the same time. */
const nobodysHash = hashPassword('nobody has this password');

export async function setPassword(
  { db, clock }: SignIn,
  accountId: string,
  password: string,
): Promise<void> {
  const hash = await hashPassword(password);
  const changedAt = clock.now();
  await db
    .insertInto('password')
    .values({ accountId, hash, changedAt })
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ hash, changedAt }))
    .execute();
}

/** When the password was set; null without one. */
export async function readPasswordDay({ db }: SignIn, accountId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('password')
    .select('changedAt')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row?.changedAt ?? null;
}

export async function removePassword({ db }: SignIn, accountId: string): Promise<void> {
  await db.deleteFrom('password').where('accountId', '=', accountId).execute();
}

/** The account behind an address and its password; null takes as long, whatever was wrong. */
export async function checkPassword(
  { db }: SignIn,
  email: string,
  password: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('user')
    .innerJoin('password', 'password.accountId', 'user.id')
    .select(['user.id', 'password.hash'])
    .where('user.email', '=', email.toLowerCase())
    .where('user.demo', '=', false)
    .executeTakeFirst();
  const right = await verifyPassword({ hash: row?.hash ?? (await nobodysHash), password });
  return row && right ? row.id : null;
}
