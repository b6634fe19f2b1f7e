import type { SignIn } from './sign-in.server.ts';

/** Ends everything by which an account could be signed in to, and where it is. */
export async function forgetWays(signIn: SignIn, accountId: string): Promise<void> {
  const ways = [
    'session',
    'password',
    'passkey',
    'authenticator',
    'districtIdentity',
    'ticket',
  ] as const;
  await signIn.db.transaction().execute(async (db) => {
    for (const way of ways) await db.deleteFrom(way).where('accountId', '=', accountId).execute();
  });
}
