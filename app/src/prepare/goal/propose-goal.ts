import { createIndicator } from '../../measure/indicator/server.ts';
import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { insertRecord, linkRecords, readHeads } from '../../partnership/record/server.ts';
import { readSeats } from '../../partnership/seat/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { addEndorsement } from './endorse-goal.ts';
import { currentCycleId } from './goal.store.ts';
import type { GoalInput } from './goal.ts';

/**
 * Proposes a goal that grew from voices. Anybody with a seat may; where a lead proposes, the lead's
 * organization has endorsed it with that.
 */
export async function proposeGoal(ctx: SeatedCtx, input: GoalInput): Promise<string> {
  const { actor, db } = ctx;
  const today = localToday(ctx);
  await check(ctx, input, today);
  const visibleTo = input.visibility;
  const indicatorId = await createIndicator(ctx, {
    ...input,
    baselineOn: input.baselineOn ?? today,
    targetOn: input.byWhen,
    visibleTo,
  });
  const id = await insertRecord(ctx, {
    kind: 'goal',
    title: input.title,
    state: 'proposed',
    visibleTo,
    cycleId: await currentCycleId(ctx),
  });
  await db
    .insertInto('goal')
    .values({
      partnershipId: actor.partnership.id,
      id,
      visibleTo,
      howMuch: input.howMuch,
      forWhom: input.forWhom,
      byWhen: input.byWhen,
      why: input.why,
      indicatorId,
      keeperSeat: input.keeperSeat,
    })
    .execute();
  for (const voiceId of input.voice) await linkRecords(ctx, voiceId, id);
  await audit(ctx, 'goal.proposed', { visibleTo, recordId: id });
  if (actor.seat.lead) await addEndorsement(ctx, { id, visibleTo, state: 'proposed' });
  return id;
}

async function check(ctx: SeatedCtx, input: GoalInput, today: string): Promise<void> {
  const problems: Record<string, string> = {};
  if (input.byWhen <= today) problems.byWhen = 'goal.past';
  if (input.baselineOn && input.baselineOn > today) problems.baselineOn = 'goal.baseline-future';
  const [baseline, target] = [Number(input.baseline), Number(input.target)];
  if (input.wanted === 'up' ? target <= baseline : target >= baseline) {
    problems.target = `goal.target-${input.wanted}`;
  }
  const [keeper] = await readSeats(ctx, [input.keeperSeat]);
  if (!keeper) problems.keeperSeat = 'choose-one';
  const voices = await readHeads(ctx, input.voice);
  const shared = voices.filter(
    ({ kind, visibleTo }) =>
      kind === 'voice' && (visibleTo === 'partnership' || visibleTo === 'public'),
  );
  if (shared.length < new Set(input.voice).size) problems.voice = 'choose-one';
  if (Object.keys(problems).length > 0) throw new InputProblem(problems);
}
