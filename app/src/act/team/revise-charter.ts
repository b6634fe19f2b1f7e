import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { localDay } from './local-day.ts';
import { readTeam, readTeamSeats, updateCharter } from './team.store.ts';
import { type Charter, mayReviseCharter } from './team.ts';

/** Changes how a team describes itself and how it works. The trail keeps what it said before. */
export async function reviseCharter(
  ctx: SeatedCtx,
  teamId: string,
  charter: Charter,
): Promise<void> {
  const team = await readTeam(ctx, teamId);
  allow(mayReviseCharter(ctx.actor, team, await readTeamSeats(ctx, teamId)));
  if (charter.sunsetOn && charter.sunsetOn !== team.sunsetOn && charter.sunsetOn <= localDay(ctx)) {
    throw new InputProblem({ sunsetOn: 'team.sunset-past' });
  }
  const { creationAuthority = team.creationAuthority } = charter;
  if (
    creationAuthority !== team.creationAuthority &&
    [creationAuthority, team.creationAuthority].includes('board-itself')
  ) {
    throw new InputProblem({ creationAuthority: 'team.board-stays' });
  }
  await updateCharter(ctx, teamId, charter);
  const before = {
    title: team.title,
    purpose: team.purpose,
    inScope: team.inScope,
    outOfScope: team.outOfScope,
    norms: team.norms,
    decisionRule: team.decisionRule,
    sunsetOn: team.sunsetOn,
    creationAuthority: team.creationAuthority,
  };
  await audit(ctx, 'team.charter-revised', {
    visibleTo: team.visibleTo,
    recordId: teamId,
    details: { before },
  });
}
