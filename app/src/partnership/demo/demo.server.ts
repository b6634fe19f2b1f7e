import { serializeSigned } from 'hono/utils/cookie';
import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { SignIn } from '../account/server.ts';
import type { Persona } from './personas.ts';

/** Whom a visitor may be in the demo district. */
export async function readPersonas(db: Database, at: Date): Promise<Persona[]> {
  const { rows } = await sql<Persona>`select * from demo_personas(${at})`.execute(db);
  return rows;
}

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
