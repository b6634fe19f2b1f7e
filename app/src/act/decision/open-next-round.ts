import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { dayIn, readTeam, readTeamSeats } from '../team/server.ts';
import { holdDecision, insertRound, updateDecision } from './decision.store.ts';
import { mayConduct } from './decision.ts';
import { holdAtMeeting } from './hold-at-meeting.ts';

/** Asks again, with the proposal as it was or amended. Earlier rounds keep their text and stances. */
export async function openNextRound(
  ctx: SeatedCtx,
  id: string,
  input: { proposal: string; closesAt: Date },
): Promise<void> {
  const decision = await holdDecision(ctx, id, 'alone');
  allow(mayConduct(ctx.actor, await readTeamSeats(ctx, decision.teamId)));
  if (decision.state !== 'revealed') throw new InputProblem({ form: 'decision.not-revealed' });
  const team = await readTeam(ctx, decision.teamId);
  const held = await holdAtMeeting(ctx, decision, team);
  const closesAt = held?.votesUntil ?? input.closesAt;
  if (closesAt <= ctx.clock.now()) {
    throw new InputProblem({ closesAt: 'decision.deadline-past' });
  }
  if (dayIn(ctx.actor.partnership.timeZone, closesAt) >= decision.reviewOn) {
    throw new InputProblem({ closesAt: 'decision.after-review' });
  }
  const round = decision.round + 1;
  const { proposal } = input;
  await updateDecision(ctx, id, { round, proposal, closesAt });
  await insertRound(ctx, decision, { round, proposal, closesAt, meetingId: held?.id });
  await setState(ctx, decision, 'open');
  await audit(ctx, 'decision.next-round', {
    visibleTo: decision.visibleTo,
    recordId: id,
    details: { round, amended: input.proposal !== decision.proposal },
  });
}
