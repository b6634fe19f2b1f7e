import { addAccount } from './account.store.ts';
import { type Arrival, finishSignIn, type SignInResult } from './finish-sign-in.ts';
import { sendMagicLink } from './mail-link.ts';
import { checkPassword, setPassword } from './password/password.store.ts';
import { checkNewPassword } from './password/password-rule.ts';
import type { SignIn } from './sign-in.server.ts';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  locale: string;
}

/**
 * The account of an address and password: a new one, or the one that goes with both. Null when the
 * address is taken and the password is not its own.
 */
export async function makeAccount(
  signIn: SignIn,
  account: NewAccount,
  arrival: Arrival,
): Promise<SignInResult | null> {
  checkNewPassword(account.password, [account.name, account.email]);
  const known = await checkPassword(signIn, account.email, account.password);
  if (known) return finishSignIn(signIn, known, 'password', arrival);
  const accountId = await addAccount(signIn, account);
  if (!accountId) return null;
  await setPassword(signIn, accountId, account.password);
  sendMagicLink(signIn, account.email, { next: '/', sort: 'welcome' });
  return finishSignIn(signIn, accountId, 'password', arrival);
}
