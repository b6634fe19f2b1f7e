import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readTeam, readTeamSeats } from '../team/server.ts';
import { fitsTeam } from './check-declaration.ts';
import {
  holdDecision,
  insertElectors,
  insertRound,
  readWhole,
  updateDecision,
} from './decision.store.ts';
import { mayConduct } from './decision.ts';
import { holdAtMeeting } from './hold-at-meeting.ts';

/**
 * Opens a draft for stances. From here on its rule and its electorate, today's team, stay as they are.
 * A body that meets in the open votes at its meeting, and nowhere else.
 */
export async function openDecision(ctx: SeatedCtx, id: string): Promise<void> {
  const decision = await holdDecision(ctx, id, 'alone');
  const members = await readTeamSeats(ctx, decision.teamId);
  allow(mayConduct(ctx.actor, members));
  if (decision.state !== 'draft') throw new InputProblem({ form: 'decision.opened' });
  const team = await readTeam(ctx, decision.teamId);
  if (team.state !== 'working') throw new InputProblem({ form: 'decision.team-not-working' });
  const now = ctx.clock.now();
  const held = await holdAtMeeting(ctx, decision, team);
  const closesAt = held?.votesUntil ?? decision.closesAt;
  if (closesAt <= now) throw new InputProblem({ form: 'decision.deadline-past' });
  const { rules } = await readWhole(ctx, decision);
  if (!fitsTeam(rules, members)) throw new InputProblem({ form: 'decision.team-changed' });
  await insertElectors(ctx, decision, members);
  const { proposal, visibleTo } = decision;
  await insertRound(ctx, decision, { round: 1, proposal, closesAt, meetingId: held?.id });
  await updateDecision(ctx, id, { openedAt: now, closesAt });
  await setState(ctx, decision, 'open');
  await audit(ctx, 'decision.opened', {
    visibleTo,
    recordId: id,
    details: {
      rules,
      electors: members.map((seat) => seat.id),
      closesAt: closesAt.toISOString(),
    },
  });
}
