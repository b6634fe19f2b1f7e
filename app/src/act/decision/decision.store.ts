import { sql } from 'kysely';
import { constituencies } from '../../partnership/access/index.ts';
import { type Ctx, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import type {
  ConstituencyRule,
  Decision,
  DecisionWhole,
  Declaration,
  Dissent,
  Elector,
  Round,
  StanceShown,
} from './decision.ts';

/** A decision that this actor may read; otherwise there is nothing here. */
export async function readDecision(ctx: Ctx, id: string): Promise<Decision> {
  const row = await decisions(ctx).where('decision.id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return row as unknown as Decision;
}

/**
 * The same, held until the transaction ends: others who give a stance meanwhile go on ('share'), and
 * nobody reveals, opens a round or closes.
 */
export async function holdDecision(
  ctx: SeatedCtx,
  id: string,
  how: 'share' | 'alone',
): Promise<Decision> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .selectFrom('decision')
    .select('id')
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', id)
    .$if(how === 'share', (query) => query.forShare())
    .$if(how === 'alone', (query) => query.forUpdate())
    .execute();
  return readDecision(ctx, id);
}

/**
 * Decisions that this actor may read, the latest first.
 * @param states  Only those in one of these states.
 */
export async function readDecisions(
  ctx: Ctx,
  states?: readonly Decision['state'][],
): Promise<Decision[]> {
  const rows = await decisions(ctx)
    .$if(states !== undefined, (query) => query.where('record.state', 'in', states ?? []))
    .orderBy('record.changedAt', 'desc')
    .orderBy('record.id')
    .execute();
  return rows as unknown as Decision[];
}

function decisions(ctx: Ctx) {
  return ctx.db
    .selectFrom('decision')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'decision.partnershipId')
        .onRef('record.id', '=', 'decision.id'),
    )
    .where('decision.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .select([
      'record.id',
      'record.kind',
      'record.title',
      'record.state',
      'record.visibleTo',
      'record.createdAt',
      'record.changedAt',
      'record.createdBySeat',
      'decision.teamId',
      'decision.background',
      'decision.proposal',
      'decision.domain',
      'decision.authority',
      'decision.level',
      'decision.scale',
      'decision.line',
      'decision.fallback',
      'decision.closesAt',
      'decision.reviewOn',
      'decision.round',
      'decision.openedAt',
      'decision.closedAt',
      'decision.outcome',
      'decision.outcomeReasons',
      'decision.outcomeNote',
      'decision.reviewedAt',
      'decision.reviewNote',
    ]);
}

/** A decision with its rule, electorate, rounds, stances and dissent, as far as this actor sees them. */
export async function readWhole(ctx: Ctx, decision: Decision): Promise<DecisionWhole> {
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const of = { partnershipId, decisionId: decision.id };
  const rules = await ctx.db
    .selectFrom('decisionGate')
    .select(['constituency', 'quorum', 'gate'])
    .where('partnershipId', '=', of.partnershipId)
    .where('decisionId', '=', of.decisionId)
    .execute();
  const electors = await ctx.db
    .selectFrom('decisionElector')
    .select(['seatId', 'constituency', 'spokenRound'])
    .where('partnershipId', '=', of.partnershipId)
    .where('decisionId', '=', of.decisionId)
    .orderBy('seatId')
    .execute();
  const rounds = await ctx.db
    .selectFrom('decisionRound')
    .select(['round', 'proposal', 'closesAt', 'revealedAt'])
    .where('partnershipId', '=', of.partnershipId)
    .where('decisionId', '=', of.decisionId)
    .orderBy('round')
    .execute();
  const stances = await ctx.db
    .selectFrom('stance')
    .select([
      'round',
      'seatId',
      'personId',
      'value',
      'reason',
      'wouldResolve',
      'revealedAt',
      'resolvedAt',
      'resolution',
    ])
    .where('partnershipId', '=', of.partnershipId)
    .where('decisionId', '=', of.decisionId)
    .orderBy('round')
    .orderBy('seatId')
    .execute();
  const dissents = await ctx.db
    .selectFrom('dissent')
    .select(['seatId', 'body', 'writtenAt'])
    .where('partnershipId', '=', of.partnershipId)
    .where('decisionId', '=', of.decisionId)
    .orderBy('writtenAt')
    .execute();
  return {
    decision,
    rules: inTableOrder(rules as ConstituencyRule[]),
    electors: inTableOrder(electors as Elector[]),
    rounds: rounds satisfies Round[],
    stances: stances satisfies StanceShown[],
    dissents: dissents satisfies Dissent[],
  };
}

/** The electors of several decisions. One query. */
export async function readElectors(
  ctx: Ctx,
  decisionIds: readonly string[],
): Promise<Map<string, Elector[]>> {
  const rows = await ctx.db
    .selectFrom('decisionElector')
    .select(['decisionId', 'seatId', 'constituency', 'spokenRound'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('decisionId', '=', sql<string>`any (${decisionIds}::uuid[])`)
    .orderBy('seatId')
    .execute();
  const byDecision = new Map<string, Elector[]>();
  for (const { decisionId, ...elector } of inTableOrder(
    rows as (Elector & { decisionId: string })[],
  )) {
    byDecision.set(decisionId, [...(byDecision.get(decisionId) ?? []), elector]);
  }
  return byDecision;
}

function inTableOrder<Item extends { constituency: ConstituencyRule['constituency'] }>(
  items: readonly Item[],
): Item[] {
  const place = ({ constituency }: Item) => constituencies.indexOf(constituency);
  return items.toSorted((a, b) => place(a) - place(b));
}

export async function insertDecision(
  ctx: SeatedCtx,
  decision: Omit<Declaration, 'title'> & { id: string; visibleTo: string; teamId: string },
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .insertInto('decision')
    .values({ partnershipId, ...decision })
    .execute();
}

/** Changes a decision; the database refuses what was frozen. */
export async function updateDecision(
  ctx: SeatedCtx,
  id: string,
  change: Partial<
    Pick<
      Decision,
      | Exclude<keyof Declaration, 'title'>
      | 'round'
      | 'openedAt'
      | 'closedAt'
      | 'outcome'
      | 'outcomeNote'
      | 'reviewedAt'
      | 'reviewNote'
    >
  > & { outcomeReasons?: string },
): Promise<void> {
  await ctx.db
    .updateTable('decision')
    .set(change)
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

/** Says a question anew. */
export async function setTitle(ctx: SeatedCtx, id: string, title: string): Promise<void> {
  await ctx.db
    .updateTable('record')
    .set({ title, changedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', id)
    .execute();
}

/** Writes the rule of a draft anew. */
export async function replaceRules(
  ctx: SeatedCtx,
  decision: { id: string; visibleTo: string },
  rules: readonly ConstituencyRule[],
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .deleteFrom('decisionGate')
    .where('partnershipId', '=', partnershipId)
    .where('decisionId', '=', decision.id)
    .execute();
  if (rules.length === 0) return;
  await ctx.db
    .insertInto('decisionGate')
    .values(
      rules.map(({ constituency, quorum, gate }) => ({
        partnershipId,
        decisionId: decision.id,
        visibleTo: decision.visibleTo,
        constituency,
        quorum,
        gate,
      })),
    )
    .execute();
}

export async function insertElectors(
  ctx: SeatedCtx,
  decision: { id: string; visibleTo: string },
  seats: readonly { id: string; constituency: string }[],
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .insertInto('decisionElector')
    .values(
      seats.map(({ id, constituency }) => ({
        partnershipId,
        decisionId: decision.id,
        visibleTo: decision.visibleTo,
        seatId: id,
        constituency,
      })),
    )
    .execute();
}

export async function insertRound(
  ctx: SeatedCtx,
  decision: { id: string; visibleTo: string },
  round: {
    round: number;
    proposal: string;
    closesAt: Date;
    /** Where a body that meets in the open votes. */
    meetingId?: string | undefined;
  },
): Promise<void> {
  await ctx.db
    .insertInto('decisionRound')
    .values({
      partnershipId: ctx.actor.partnership.id,
      decisionId: decision.id,
      visibleTo: decision.visibleTo,
      openedAt: ctx.clock.now(),
      ...round,
    })
    .execute();
}

/** Keeps the acting seat's dissent. False when it is on record already. */
export async function insertDissent(
  ctx: SeatedCtx,
  decision: { id: string; visibleTo: string },
  body: string,
): Promise<boolean> {
  const kept = await ctx.db
    .insertInto('dissent')
    .values({
      partnershipId: ctx.actor.partnership.id,
      decisionId: decision.id,
      visibleTo: decision.visibleTo,
      seatId: ctx.actor.seat.seatId,
      body,
      writtenAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The moment at which the partnership's clocks show this day and time, `YYYY-MM-DDTHH:MM`. */
export async function momentOf(ctx: SeatedCtx, local: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select ${local}::timestamp at time zone ${ctx.actor.partnership.timeZone} as at`.execute(
    ctx.db,
  );
  return rows[0]!.at;
}

/** The team behind a record: itself, or that of a meeting or an action. Null for other records. */
export async function readTeamBehind(ctx: Ctx, recordId: string): Promise<string | null> {
  const { rows } = await sql<{ teamId: string | null }>`
    select coalesce(t.id, m.team_id, a.team_id) as team_id
    from record r
    left join team t on t.partnership_id = r.partnership_id and t.id = r.id
    left join meeting m on m.partnership_id = r.partnership_id and m.id = r.id
    left join action a on a.partnership_id = r.partnership_id and a.id = r.id
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null} and r.id = ${recordId}::uuid
  `.execute(ctx.db);
  return rows[0]?.teamId ?? null;
}
