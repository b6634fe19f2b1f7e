import type { TicketPurpose } from './account.ts';
import { tokenHash } from './account-database.store.ts';
import { newToken } from './session/session.store.ts';
import type { SignIn } from './sign-in.server.ts';

export interface Ticket {
  accountId: string | null;
  content: Record<string, unknown>;
  tries: number;
}

/** Keeps something for the holder of a token, for some minutes. Returns the token. */
export async function issueTicket(
  signIn: SignIn,
  purpose: TicketPurpose,
  ticket: { accountId?: string | null; content?: Record<string, unknown>; minutes: number },
): Promise<string> {
  const token = newToken(signIn);
  const now = signIn.clock.now();
  await signIn.db.deleteFrom('ticket').where('expiresAt', '<=', now).execute();
  await signIn.db
    .insertInto('ticket')
    .values({
      tokenHash: tokenHash(token),
      purpose,
      accountId: ticket.accountId ?? null,
      content: JSON.stringify(ticket.content ?? {}),
      expiresAt: new Date(now.getTime() + ticket.minutes * 60_000),
    })
    .execute();
  return token;
}

/** Takes a ticket: whoever comes second finds none. */
export async function takeTicket(
  { db, clock }: SignIn,
  purpose: TicketPurpose,
  token: string | null,
): Promise<Ticket | null> {
  const row = await db
    .deleteFrom('ticket')
    .where('tokenHash', '=', tokenHash(token ?? ''))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', clock.now())
    .returning(['accountId', 'content', 'tries'])
    .executeTakeFirst();
  return row ?? null;
}

/** Looks at a ticket that stays. */
export async function seeTicket(
  { db, clock }: SignIn,
  purpose: TicketPurpose,
  token: string | null,
): Promise<Ticket | null> {
  const row = await db
    .selectFrom('ticket')
    .select(['accountId', 'content', 'tries'])
    .where('tokenHash', '=', tokenHash(token ?? ''))
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', clock.now())
    .executeTakeFirst();
  return row ?? null;
}

/** Counts one try at a ticket before it is judged; null when it was tried too often. */
export async function tryTicket(
  { db, clock }: SignIn,
  purpose: TicketPurpose,
  token: string | null,
  mostTries: number,
): Promise<Ticket | null> {
  const row = await db
    .updateTable('ticket')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('tokenHash', '=', tokenHash(token ?? ''))
    .where('purpose', '=', purpose)
    .where('tries', '<', mostTries)
    .where('expiresAt', '>', clock.now())
    .returning(['accountId', 'content', 'tries'])
    .executeTakeFirst();
  return row ?? null;
}
