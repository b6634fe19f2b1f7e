import { InputProblem } from '../../platform/input-problem.ts';
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
    /** Not needed for a person who is here already. */
    name?: string | undefined;
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
  const personId = input.personId ?? (await addPerson(ctx, input.name, visibleTo));
  const email = input.email ?? (await knownAddress(ctx, personId));
  if (email) {
    await db
      .insertInto('personContact')
      .values({ partnershipId, personId, visibleTo, email, createdAt: now })
      .onConflict((conflict) =>
        conflict.columns(['partnershipId', 'personId', 'visibleTo']).doUpdateSet({ email }),
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
      email: email ?? null,
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

/** Like the invitation, the name is the organization's own until the person sits down. */
async function addPerson(
  ctx: SeatedCtx,
  name: string | undefined,
  visibleTo: string,
): Promise<string> {
  if (!name) throw new InputProblem({ name: 'required' });
  const id = ctx.random.uuid();
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .insertInto('person')
    .values({ partnershipId, id, visibleTo, name, createdAt: ctx.clock.now() })
    .execute();
  return id;
}

/** The address that this organization has for the person: from the roster, or from an earlier letter. */
async function knownAddress(ctx: SeatedCtx, personId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('personContact')
    .select('email')
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('personId', '=', personId)
    .where('visibleTo', '=', `caucus:${ctx.actor.seat.organizationId}`)
    .executeTakeFirst();
  return row?.email;
}
