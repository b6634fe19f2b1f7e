import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { postInvitation } from './post-invitation.ts';

const validDays = 21;

/**
 * Invites a person to a seat: an existing person of the partnership, or a new name. The letter goes
 * out by mail, and the same link can be copied. Only the inviting organization sees the invitation.
 */
export async function inviteToSeat(
  ctx: SeatedCtx,
  input: {
    seatId: string;
    sort: 'holder' | 'alternate';
    name: string;
    email?: string | undefined;
    personId?: string | undefined;
    endsOn?: string | undefined;
  },
): Promise<string> {
  allow(ctx.actor.seat.lead);
  const { actor, db, clock } = ctx;
  const partnershipId = actor.partnership.id;
  const now = clock.now();
  const visibleTo = `caucus:${actor.seat.organizationId}`;
  const personId = input.personId ?? ctx.random.uuid();
  if (!input.personId) {
    await db
      .insertInto('person')
      .values({ partnershipId, id: personId, name: input.name, createdAt: now })
      .execute();
  }
  if (input.email) {
    await db
      .insertInto('personContact')
      .values({ partnershipId, personId, visibleTo, email: input.email, createdAt: now })
      .onConflict((conflict) =>
        conflict
          .columns(['partnershipId', 'personId', 'visibleTo'])
          .doUpdateSet({ email: input.email ?? '' }),
      )
      .execute();
  }
  const id = ctx.random.uuid();
  await db
    .insertInto('invitation')
    .values({
      partnershipId,
      id,
      visibleTo,
      seatId: input.seatId,
      sort: input.sort,
      personId,
      email: input.email ?? null,
      endsOn: input.endsOn ?? null,
      invitedBySeat: actor.seat.seatId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + validDays * 86_400_000),
    })
    .execute();
  // Who is invited is the organization's own business until the person sits down.
  await audit(ctx, 'invitation.sent', { visibleTo, recordId: id });
  await postInvitation(ctx, id);
  return id;
}
