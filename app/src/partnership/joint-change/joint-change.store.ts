import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../access/server.ts';
import type {
  JointChange,
  JointChangeAnswer,
  JointChangeKind,
  JointChangeStanding,
} from './joint-change.ts';

/** A change that this actor may read; otherwise there is nothing here. */
export async function readJointChange(ctx: Ctx, id: string): Promise<JointChange> {
  const { rows } = await changes(ctx, sql`c.id = ${id}::uuid`).execute(ctx.db);
  const change = rows[0];
  if (!change) throw notFound();
  return change;
}

/** The latest changes that this actor may read, the waiting ones first; with whether they wait for the acting seat. */
export async function readJointChanges(
  ctx: SeatedCtx,
): Promise<(JointChange & { waitsForMe: boolean })[]> {
  const { rows } = await changes(ctx, sql`true`, 200).execute(ctx.db);
  return rows;
}

/** The changes that wait for an answer of the acting seat, those that lapse first on top. */
export async function readJointChangesToAnswer(ctx: SeatedCtx): Promise<JointChange[]> {
  const { rows } = await changes(
    ctx,
    sql`c.state = 'waiting' and c.lapses_at > ${ctx.clock.now()} and mine.may_answer`,
  ).execute(ctx.db);
  return rows.sort((a, b) => a.lapsesAt.getTime() - b.lapsesAt.getTime());
}

/** The changes of one record that this actor may read, the waiting ones first. */
export async function readJointChangesOf(
  ctx: SeatedCtx,
  recordId: string,
): Promise<(JointChange & { waitsForMe: boolean })[]> {
  const { rows } = await changes(ctx, sql`c.record_id = ${recordId}::uuid`).execute(ctx.db);
  return rows;
}

function changes(ctx: Ctx, which: ReturnType<typeof sql>, most = 50) {
  const now = ctx.clock.now();
  return sql<JointChange & { waitsForMe: boolean }>`
    select c.id, c.visible_to, c.kind, c.record_id, c.before, c.after, c.reason, c.needs,
      case when c.state = 'waiting' and c.lapses_at <= ${now} then 'lapsed' else c.state end as state,
      c.proposed_at, c.lapses_at, c.proposed_by_seat, c.proposed_by_person, c.proposed_by_organization,
      c.settled_at, coalesce(mine.may_answer, false) as waits_for_me
    from joint_change c
    left join lateral joint_change_standing(c.id, ${now}) mine on c.state = 'waiting'
    where c.partnership_id = ${ctx.actor.partnership?.id ?? null} and ${which}
    order by (c.state = 'waiting' and c.lapses_at > ${now}) desc, c.proposed_at desc, c.id
    limit ${most}`;
}

export async function readAnswers(ctx: Ctx, changeId: string): Promise<JointChangeAnswer[]> {
  const rows = await ctx.db
    .selectFrom('jointChangeAnswer')
    .select(['organizationId', 'seatId', 'personId', 'answer', 'reason', 'answeredAt'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('changeId', '=', changeId)
    .orderBy('answeredAt')
    .execute();
  return rows as JointChangeAnswer[];
}

export async function readStanding(ctx: SeatedCtx, changeId: string): Promise<JointChangeStanding> {
  const { rows } = await sql<JointChangeStanding>`
    select * from joint_change_standing(${changeId}::uuid, ${ctx.clock.now()})`.execute(ctx.db);
  return rows[0] ?? { missing: [], mayAnswer: false };
}

/** Whether nobody speaks for an organization any more, or nobody is left in it; null where neither. */
export async function readOrganizationStanding(
  ctx: SeatedCtx,
  organizationId: string,
): Promise<'no-lead' | 'nobody' | null> {
  const { rows } = await sql<{ standing: 'no-lead' | 'nobody' | null }>`
    select organization_standing(${organizationId}::uuid, ${ctx.clock.now()}) as standing
  `.execute(ctx.db);
  return rows[0]?.standing ?? null;
}

/** Whether the acting seat may propose such a change, and whose agreement it would take. */
export async function readOutlook(
  ctx: SeatedCtx,
  proposal: { kind: JointChangeKind; recordId: string | null; after: Record<string, unknown> },
): Promise<{ mayPropose: boolean; needs: readonly string[] }> {
  const { rows } = await sql<{ mayPropose: boolean; needs: string[] | null }>`
    select * from joint_change_outlook(${proposal.kind}, ${proposal.recordId}::uuid,
      ${JSON.stringify(proposal.after)}::jsonb, ${ctx.clock.now()})`.execute(ctx.db);
  return { mayPropose: rows[0]?.mayPropose ?? false, needs: rows[0]?.needs ?? [] };
}

export async function insertJointChange(
  ctx: SeatedCtx,
  change: Pick<JointChange, 'id' | 'kind' | 'recordId' | 'before' | 'after' | 'reason'>,
): Promise<'waiting' | 'waits-already'> {
  const { rows } = await sql<{ outcome: 'waiting' | 'waits-already' }>`
    select propose_joint_change(${change.id}::uuid, ${change.kind}, ${change.recordId}::uuid,
      ${JSON.stringify(change.before)}::jsonb, ${JSON.stringify(change.after)}::jsonb, ${change.reason},
      ${ctx.clock.now()}) as outcome`.execute(ctx.db);
  return rows[0]!.outcome;
}

export type AnswerOutcome =
  | 'waiting'
  | 'agreed'
  | 'declined'
  | 'settled'
  | 'lapsed'
  | 'stale'
  | 'places-taken';

export async function insertAnswer(
  ctx: SeatedCtx,
  said: { id: string; answer: 'agree' | 'decline'; reason: string },
): Promise<AnswerOutcome> {
  const { rows } = await sql<{ outcome: AnswerOutcome }>`
    select answer_joint_change(${said.id}::uuid, ${said.answer}, ${said.reason}, ${ctx.clock.now()}) as outcome
  `.execute(ctx.db);
  return rows[0]!.outcome;
}

export async function takeBack(ctx: SeatedCtx, id: string): Promise<'withdrawn' | 'settled'> {
  const { rows } = await sql<{ outcome: 'withdrawn' | 'settled' }>`
    select withdraw_joint_change(${id}::uuid, ${ctx.clock.now()}) as outcome`.execute(ctx.db);
  return rows[0]!.outcome;
}

/** Letters to everybody who may answer. Says how many. */
export async function insertLetters(
  ctx: SeatedCtx,
  changeId: string,
  letters: Record<string, { subject: string; body: string }>,
): Promise<number> {
  const { rows } = await sql<{ sent: number }>`
    select joint_change_letters(${changeId}::uuid, ${JSON.stringify(letters)}::jsonb, ${ctx.clock.now()}) as sent
  `.execute(ctx.db);
  return rows[0]?.sent ?? 0;
}
