import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { readTeam, readTeamSeats } from './team.store.ts';
import { isReadyToWork } from './team.ts';

/** A forming team is at work from the moment two sides have a co-chair on it. */
export async function startWorkingWhenReady(ctx: SeatedCtx, teamId: string): Promise<void> {
  const team = await readTeam(ctx, teamId);
  if (team.state !== 'forming' || !isReadyToWork(team, await readTeamSeats(ctx, teamId))) return;
  await setState(ctx, team, 'working');
  await audit(ctx, 'team.started', { visibleTo: team.visibleTo, recordId: teamId });
}
