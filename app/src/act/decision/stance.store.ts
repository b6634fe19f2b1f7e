import { sql } from 'kysely';
import type { SeatedCtx } from '../../partnership/access/server.ts';

/** Keeps the acting seat's stance in this round; only the person sees it until the reveal. */
export async function putStance(
  ctx: SeatedCtx,
  stance: {
    decisionId: string;
    round: number;
    value: string;
    reason: string;
    wouldResolve: string;
  },
): Promise<void> {
  const { seat, partnership } = ctx.actor;
  const { decisionId, round, ...said } = stance;
  const enteredAt = ctx.clock.now();
  await ctx.db
    .insertInto('stance')
    .values({
      partnershipId: partnership.id,
      decisionId,
      round,
      seatId: seat.seatId,
      personId: seat.personId,
      visibleTo: `person:${seat.personId}`,
      enteredAt,
      ...said,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnershipId', 'decisionId', 'round', 'seatId'])
        .doUpdateSet({ ...said, enteredAt }),
    )
    .execute();
}

/**
 * Takes back, unseen, what somebody else gave for the acting seat in this round. Says whether there
 * was anything.
 */
export async function withdrawStanceOfSeat(ctx: SeatedCtx, decisionId: string): Promise<boolean> {
  const { rows } = await sql<{ withdrawn: boolean }>`
    select withdraw_stance_of_seat(${decisionId}::uuid) as withdrawn`.execute(ctx.db);
  return rows[0]?.withdrawn ?? false;
}

/** Marks that the acting seat has spoken in this round. Says whether it had not before. */
export async function markSpoken(
  ctx: SeatedCtx,
  decision: { id: string; round: number },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('decisionElector')
    .set({ spokenRound: decision.round })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('decisionId', '=', decision.id)
    .where('seatId', '=', ctx.actor.seat.seatId)
    .where('spokenRound', '<', decision.round)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Shows all stances of the round at once. Returns how many there are. */
export async function revealAll(ctx: SeatedCtx, decisionId: string): Promise<number> {
  const { rows } = await sql<{ shown: number }>`
    select reveal_stances(${decisionId}::uuid, ${ctx.clock.now()}) as shown`.execute(ctx.db);
  return rows[0]?.shown ?? 0;
}

/** Says that the acting seat's concern of this round was met. False when there is no such concern. */
export async function putResolution(
  ctx: SeatedCtx,
  decision: { id: string; round: number },
  resolution: string,
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('stance')
    .set({ resolution, resolvedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('decisionId', '=', decision.id)
    .where('round', '=', decision.round)
    .where('seatId', '=', ctx.actor.seat.seatId)
    .where('revealedAt', 'is not', null)
    .where('resolvedAt', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
