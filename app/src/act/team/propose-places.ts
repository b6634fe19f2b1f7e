import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { proposeJointChange } from '../../partnership/joint-change/server.ts';
import { readOrganizations } from '../../partnership/organization/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { readPlaces } from './place.store.ts';
import { readTeam } from './team.store.ts';
import { mostPlaces } from './team.ts';

export interface PlacesWanted {
  organizationId: string;
  places: number;
  chairs: number;
}

/**
 * Proposes other places on a team at work: more or fewer for an organization, or another balance of
 * co-chairs. Organizations that are left out keep what they have.
 */
export async function proposePlaces(
  ctx: SeatedCtx,
  input: { teamId: string; wanted: readonly PlacesWanted[]; reason: string },
): Promise<string> {
  const team = await readTeam(ctx, input.teamId);
  allow(team.state === 'working');
  const now = new Map((await readPlaces(ctx, team.id)).map((one) => [one.organizationId, one]));
  const wanted = new Map(input.wanted.map((one) => [one.organizationId, one]));
  const organizations = await readOrganizations(ctx);
  const places = organizations.flatMap(({ id, constituency }) => {
    const one = wanted.get(id) ?? now.get(id);
    const { places = 0, chairs = 0 } = one ?? {};
    const before = now.get(id);
    const same = places === (before?.places ?? 0) && chairs === (before?.chairs ?? 0);
    return [{ organizationId: id, places, chairs, same, constituency }];
  });
  if (places.some(({ places: all }) => all > mostPlaces)) {
    throw new InputProblem({ places: `too-large:${mostPlaces}` });
  }
  if (places.some(({ places: all, chairs }) => chairs > all)) {
    throw new InputProblem({ form: 'team.chairs-over' });
  }
  const sides = new Set(places.filter(({ chairs }) => chairs > 0).map((one) => one.constituency));
  if (sides.size < 2) throw new InputProblem({ form: 'team.one-side' });
  if (places.every(({ same }) => same)) throw new InputProblem({ form: 'team.same-places' });
  return proposeJointChange(ctx, {
    kind: 'composition',
    recordId: team.id,
    after: {
      places: places.map(({ organizationId, places: all, chairs }) => ({
        organizationId,
        places: all,
        chairs,
      })),
    },
    reason: input.reason,
  });
}
