import type { Way } from './account.ts';
import {
  readAuthenticator,
  useCode,
  useRecoveryCode,
} from './authenticator/authenticator.store.ts';
import { stepCookieText } from './session/cookies.ts';
import { openSession } from './session/session.store.ts';
import type { SignIn } from './sign-in.server.ts';
import { issueTicket, takeTicket, tryTicket } from './ticket.store.ts';

/** The browser that signs in, and where it wants to go. */
export interface Arrival {
  device: string;
  /** The token of the session that it had. */
  before: string | null;
  next: string;
}

/** In, or one step away. */
export type SignInResult = { is: 'in' | 'code'; cookies: string[]; accountId: string };

const codeMinutes = 10;
const mostCodes = 5;

/**
 * Where every way of signing in ends. A passkey has checked device and person at once; every other
 * way still asks for the code of an authenticator app, where the account has one.
 */
export async function finishSignIn(
  signIn: SignIn,
  accountId: string,
  way: Way,
  arrival: Arrival,
): Promise<SignInResult> {
  const asksForCode = way !== 'passkey' && (await readAuthenticator(signIn, accountId)) !== null;
  if (!asksForCode) return open(signIn, accountId, way, arrival);
  const token = await issueTicket(signIn, 'code', {
    accountId,
    content: { way, next: arrival.next },
    minutes: codeMinutes,
  });
  return { is: 'code', cookies: [stepCookieText(token, signIn.secure)], accountId };
}

async function open(
  signIn: SignIn,
  accountId: string,
  way: Way,
  { device, before }: Arrival,
): Promise<SignInResult> {
  const cookie = await openSession(signIn, { accountId, way, device, before });
  return { is: 'in', cookies: [cookie], accountId };
}

/** The second step: a code of the app, or one of the ten that were printed. */
export async function enterCode(
  signIn: SignIn,
  step: string | null,
  typed: string,
  arrival: Omit<Arrival, 'next'>,
): Promise<'wrong' | 'start-again' | (SignInResult & { next: string; recovered: boolean })> {
  const ticket = await tryTicket(signIn, 'code', step, mostCodes);
  if (!ticket?.accountId) return 'start-again';
  const code = typed.replace(/\s/g, '');
  const byApp = /^\d{6}$/.test(code);
  const right = byApp
    ? await useCode(signIn, ticket.accountId, code)
    : await useRecoveryCode(signIn, ticket.accountId, code);
  if (!right) return ticket.tries < mostCodes ? 'wrong' : 'start-again';
  if (!(await takeTicket(signIn, 'code', step))) return 'start-again';
  const { way, next } = ticket.content as { way: Way; next: string };
  const result = await open(signIn, ticket.accountId, way, { ...arrival, next });
  return {
    ...result,
    cookies: [...result.cookies, stepCookieText('', signIn.secure)],
    next,
    recovered: !byApp,
  };
}
