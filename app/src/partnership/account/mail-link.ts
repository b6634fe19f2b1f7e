import { findAccount, proveAddress, readAccount } from './account.store.ts';
import { linkDistrict } from './district/district-identity.store.ts';
import { type Arrival, finishSignIn, type SignInResult } from './finish-sign-in.ts';
import type { LetterSort, SignIn } from './sign-in.server.ts';
import { issueTicket, takeTicket } from './ticket.store.ts';

const linkMinutes = 15;

/**
 * Posts a letter with a link when the address has an account. Everything that depends on that happens
 * after the page was answered: neither words nor time tell whether there is one.
 */
export function sendMagicLink(
  signIn: SignIn,
  email: string,
  link: { next: string; sort: LetterSort; district?: { issuer: string; subject: string } },
): void {
  signIn.later(async () => {
    const account = await findAccount(signIn, email);
    if (!account) return;
    const token = await issueTicket(signIn, 'mail-link', {
      accountId: account.id,
      content: { ...link, email: account.email },
      minutes: linkMinutes,
    });
    await signIn.sendMagicLink({ email, token, sort: link.sort });
  });
}

/** Uses a mailed link up. Null when it was used before or is too old. */
export async function redeemMagicLink(
  signIn: SignIn,
  token: string,
  arrival: Omit<Arrival, 'next'>,
): Promise<(SignInResult & { next: string; endedOthers: boolean }) | null> {
  const ticket = await takeTicket(signIn, 'mail-link', token);
  const account = ticket?.accountId ? await readAccount(signIn, ticket.accountId) : null;
  const content = ticket?.content as
    | { next: string; email: string; district?: { issuer: string; subject: string } }
    | undefined;
  // The address may have changed while the letter was on its way.
  if (!account || !content || account.email !== content.email) return null;
  const endedOthers = await proveAddress(signIn, account.id, arrival.before);
  if (content.district) await linkDistrict(signIn, account.id, content.district);
  const result = await finishSignIn(signIn, account.id, 'link', { ...arrival, next: content.next });
  return { ...result, next: content.next, endedOthers };
}
