import type { SeatedCtx } from '../access/server.ts';

export interface InvitationListed {
  id: string;
  seatId: string;
  name: string;
  email: string | null;
  sort: 'holder' | 'alternate';
  expiresAt: Date;
}

/** Invitations to these seats that are still open, as far as this organization sent them. */
export async function readOpenInvitations(
  ctx: SeatedCtx,
  seatIds: readonly string[],
): Promise<InvitationListed[]> {
  if (seatIds.length === 0) return [];
  return openInvitations(ctx).where('invitation.seatId', 'in', seatIds).execute();
}

/** Those that went out from the acting seat, and nobody has accepted yet. */
export async function readMyOpenInvitations(ctx: SeatedCtx): Promise<InvitationListed[]> {
  return openInvitations(ctx)
    .where('invitation.invitedBySeat', '=', ctx.actor.seat.seatId)
    .execute();
}

function openInvitations(ctx: SeatedCtx) {
  return ctx.db
    .selectFrom('invitation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'invitation.partnershipId')
        .onRef('person.id', '=', 'invitation.personId'),
    )
    .select([
      'invitation.id',
      'invitation.seatId',
      'person.name',
      'invitation.email',
      'invitation.sort',
      'invitation.expiresAt',
    ])
    .where('invitation.partnershipId', '=', ctx.actor.partnership.id)
    .where('invitation.acceptedAt', 'is', null)
    .where('invitation.withdrawnAt', 'is', null)
    .where('invitation.expiresAt', '>', ctx.clock.now())
    .orderBy('invitation.createdAt');
}
