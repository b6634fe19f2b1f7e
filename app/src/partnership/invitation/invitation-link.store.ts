import { sql } from 'kysely';
import type { Constituency } from '../access/index.ts';
import type { Ctx } from '../access/server.ts';

/** What the holder of an invitation's link is shown. */
export interface InvitationShown {
  partnership: string;
  slug: string;
  locale: string;
  demo: boolean;
  organization: string;
  constituency: Constituency;
  seat: string;
  sort: 'holder' | 'alternate';
  name: string;
  email: string | null;
  invited_by: string;
  inviting_seat: string;
  state: 'open' | 'accepted' | 'withdrawn' | 'expired';
}

export async function showInvitation(
  ctx: Ctx,
  invitation: { partnershipId: string; id: string },
): Promise<InvitationShown | null> {
  const { rows } = await sql<{ shown: InvitationShown | null }>`
    select invitation_shown(${invitation.partnershipId}::uuid, ${invitation.id}::uuid, ${ctx.clock.now()}) as shown
  `.execute(ctx.db);
  return rows[0]?.shown ?? null;
}

/** The seat that the account now sits in, or null when the invitation is no longer open. */
export async function takeSeat(
  ctx: Ctx,
  invitation: { partnershipId: string; id: string },
  account: { id: string; name: string },
): Promise<string | null> {
  const { rows } = await sql<{ seatId: string | null }>`
    select invitation_accept(${invitation.partnershipId}::uuid, ${invitation.id}::uuid, ${account.id}::uuid,
      ${account.name}, ${ctx.random.uuid()}::uuid, ${ctx.clock.now()}) as seat_id`.execute(ctx.db);
  return rows[0]?.seatId ?? null;
}
