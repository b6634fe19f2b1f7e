import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { SignIn } from '../sign-in.server.ts';
import { matchingStep } from './one-time-code.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code.ts';

const keyOf = ({ secret }: SignIn) => `authenticator ${secret}`;

export interface AuthenticatorState {
  since: Date;
  recoveryCodesLeft: number;
}

/** The authenticator app that is asked for at sign-in; null where none is. */
export async function readAuthenticator(
  { db }: SignIn,
  accountId: string,
): Promise<AuthenticatorState | null> {
  const row = await db
    .selectFrom('authenticator')
    .select((eb) => [
      'confirmedAt',
      eb
        .selectFrom('recoveryCode')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('recoveryCode.accountId', '=', 'authenticator.accountId')
        .where('usedAt', 'is', null)
        .as('left'),
    ])
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row?.confirmedAt ? { since: row.confirmedAt, recoveryCodesLeft: row.left ?? 0 } : null;
}

/** The secret of a set-up that is not confirmed yet: the same until it is, so that a reload changes nothing. */
export async function beginAuthenticator(signIn: SignIn, accountId: string): Promise<Uint8Array> {
  const secret = Buffer.from(signIn.random.bytes(20));
  const data = await symmetricEncrypt({ key: keyOf(signIn), data: secret.toString('hex') });
  await signIn.db
    .insertInto('authenticator')
    .values({ accountId, secret: data, startedAt: signIn.clock.now(), confirmedAt: null })
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute();
  return (await secretOf(signIn, accountId)) ?? secret;
}

async function secretOf(signIn: SignIn, accountId: string): Promise<Uint8Array | null> {
  const row = await signIn.db
    .selectFrom('authenticator')
    .select('secret')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  if (!row) return null;
  return Buffer.from(await symmetricDecrypt({ key: keyOf(signIn), data: row.secret }), 'hex');
}

/** Uses a code of the app up. False when it is wrong, or was used before. */
export async function useCode(signIn: SignIn, accountId: string, code: string): Promise<boolean> {
  const secret = await secretOf(signIn, accountId);
  const step = secret && matchingStep(secret, code, signIn.clock.now());
  if (step === null) return false;
  const row = await signIn.db
    .updateTable('authenticator')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .where('lastStep', '<', step)
    .returning('accountId')
    .executeTakeFirst();
  return row !== undefined;
}

/** From now on the app is asked for. Returns the recovery codes, to be shown this once. */
export async function confirmAuthenticator(signIn: SignIn, accountId: string): Promise<string[]> {
  await signIn.db
    .updateTable('authenticator')
    .set({ confirmedAt: signIn.clock.now() })
    .where('accountId', '=', accountId)
    .execute();
  return replaceRecoveryCodes(signIn, accountId);
}

export async function replaceRecoveryCodes(signIn: SignIn, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes(signIn.random);
  await signIn.db.transaction().execute(async (db) => {
    await db.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute();
    await db
      .insertInto('recoveryCode')
      .values(
        codes.map((code) => ({
          accountId,
          codeHash: recoveryCodeHash(signIn.secret, accountId, code),
          usedAt: null,
        })),
      )
      .execute();
  });
  return codes;
}

/** Uses one of the ten codes up. */
export async function useRecoveryCode(
  signIn: SignIn,
  accountId: string,
  code: string,
): Promise<boolean> {
  const row = await signIn.db
    .updateTable('recoveryCode')
    .set({ usedAt: signIn.clock.now() })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', recoveryCodeHash(signIn.secret, accountId, code))
    .where('usedAt', 'is', null)
    .returning(sql<number>`1`.as('one'))
    .executeTakeFirst();
  return row !== undefined;
}

export async function removeAuthenticator({ db }: SignIn, accountId: string): Promise<void> {
  await db.deleteFrom('authenticator').where('accountId', '=', accountId).execute();
}
