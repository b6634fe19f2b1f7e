import { openSession, type SignIn } from '../account/server.ts';
import type { Persona } from './personas.ts';

/** A session as a person of the demo district; works for no other account. Returns the cookie. */
export async function signInAsPersona(
  signIn: SignIn,
  personas: readonly Persona[],
  accountId: string,
  arrival: { device: string; before: string | null },
): Promise<string | null> {
  if (!personas.some((persona) => persona.accountId === accountId)) return null;
  return openSession(signIn, { accountId, way: 'demo', ...arrival });
}
