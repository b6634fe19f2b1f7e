import type { SignIn } from './sign-in.server.ts';

/** What the edge sends to the browser after a sign-in: cookies, or the reason why not. */
export type SignInResult = { cookies: string[]; accountId: string } | { refused: true };

async function cookiesOf(
  attempt: Promise<{ headers: Headers; response: unknown }>,
): Promise<SignInResult> {
  try {
    const { headers, response } = await attempt;
    const user = (response as { user?: { id: string } } | null)?.user;
    return { cookies: headers.getSetCookie(), accountId: user?.id ?? '' };
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500) {
      return { refused: true };
    }
    throw error;
  }
}

export function signInWithPassword(
  signIn: SignIn,
  account: { email: string; password: string },
): Promise<SignInResult> {
  return cookiesOf(signIn.api.signInEmail({ body: account, returnHeaders: true }));
}

/** Makes an account and signs it in. Refused when the address has one already. */
export function signUp(
  signIn: SignIn,
  account: { name: string; email: string; password: string; locale: string },
): Promise<SignInResult> {
  return cookiesOf(signIn.api.signUpEmail({ body: account, returnHeaders: true }));
}

/** Posts a letter with a link when the address has an account; says nothing either way. */
export async function sendMagicLink(signIn: SignIn, email: string): Promise<void> {
  const found = await signIn.$context.then((context) =>
    context.internalAdapter.findUserByEmail(email),
  );
  if (!found) return;
  await signIn.api.signInMagicLink({ body: { email }, headers: new Headers() });
}

export function redeemMagicLink(signIn: SignIn, token: string): Promise<SignInResult> {
  return cookiesOf(
    signIn.api.magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true }),
  );
}

export async function signOut(signIn: SignIn, headers: Headers): Promise<string[]> {
  const { headers: answer } = await signIn.api.signOut({ headers, returnHeaders: true });
  return answer.getSetCookie();
}

/** The account of an address, or null. */
export async function findAccount(signIn: SignIn, email: string): Promise<{ id: string } | null> {
  const context = await signIn.$context;
  const found = await context.internalAdapter.findUserByEmail(email);
  return found ? { id: found.user.id } : null;
}
