import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../access/server.ts';
import type { RulesInForce, RulesReview } from './rules-in-force.ts';

/** The rules in force. Visitors do not read them. */
export async function readRules(ctx: Ctx): Promise<RulesInForce> {
  const row = await ctx.db
    .selectFrom('jurisdiction')
    .selectAll()
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw notFound();
  return {
    version: row.version,
    profile: row.profile as RulesInForce['profile'],
    edition: row.edition,
    covered: row.covered as RulesInForce['covered'],
    notice: {
      regular: row.noticeRegular,
      special: row.noticeSpecial,
      emergency: row.noticeEmergency,
      skips: row.noticeSkips as RulesInForce['notice']['skips'],
    },
    serial: row.serial as RulesInForce['serial'],
    oneWay: row.oneWay,
    boardSizes: row.boardSizes as RulesInForce['boardSizes'],
    notes: row.notes as RulesInForce['notes'],
    inForceAt: row.inForceAt,
  };
}

/** Who read a version. */
export function readReviews(ctx: Ctx, version: number): Promise<RulesReview[]> {
  return ctx.db
    .selectFrom('jurisdictionReview')
    .select(['organizationId', 'seatId', 'reviewedAt'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('version', '=', version)
    .orderBy('reviewedAt')
    .execute();
}

/** Says that the acting seat's organization read a version. False when it had before. */
export async function insertReview(ctx: SeatedCtx, version: number): Promise<boolean> {
  const { seat, partnership } = ctx.actor;
  const done = await ctx.db
    .insertInto('jurisdictionReview')
    .values({
      partnershipId: partnership.id,
      version,
      organizationId: seat.organizationId,
      visibleTo: 'partnership',
      seatId: seat.seatId,
      personId: seat.personId,
      reviewedAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Puts in force what both sides agreed on; the database refuses anything else. */
export async function adoptRules(ctx: SeatedCtx, changeId: string): Promise<void> {
  await sql`select adopt_rules(${changeId}::uuid, ${ctx.clock.now()})`.execute(ctx.db);
}
