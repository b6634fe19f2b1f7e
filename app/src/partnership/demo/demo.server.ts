import { serializeSigned } from 'hono/utils/cookie';
import type { SignIn } from '../account/server.ts';
import type { Persona } from './personas.ts';

/** A session as a person of the demo district; works for no other account. Returns the cookie. */
export async function signInAsPersona(
  signIn: SignIn,
  personas: readonly Persona[],
  accountId: string,
): Promise<string | null> {
  if (!personas.some((persona) => persona.accountId === accountId)) return null;
  const context = await signIn.$context;
  const session = await context.internalAdapter.createSession(accountId);
  const { name, attributes } = context.authCookies.sessionToken;
  return serializeSigned(name, session.token, context.secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: attributes.secure ?? false,
  });
}
