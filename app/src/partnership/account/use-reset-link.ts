import { type Arrival, finishSignIn, type SignInResult } from './finish-sign-in.ts';
import type { SignIn } from './sign-in.server.ts';
import { takeTicket } from './ticket.store.ts';
import { forgetWays } from './ways.store.ts';

/**
 * Ends every way to sign in that the account had, and signs in. Null when the link was used before or
 * is too old.
 */
export async function useResetLink(
  signIn: SignIn,
  token: string,
  arrival: Arrival,
): Promise<SignInResult | null> {
  const ticket = await takeTicket(signIn, 'reset', token);
  const accountId = ticket?.accountId;
  if (!accountId) return null;
  await forgetWays(signIn, accountId);
  return finishSignIn(signIn, accountId, 'link', arrival);
}
