import type { SeatedCtx } from '../../partnership/access/server.ts';
import type { ChangeInWords, JointChange } from '../../partnership/joint-change/index.ts';
import { readOrganizations } from '../../partnership/organization/server.ts';
import { type Locale, translate } from '../../ui/catalogue.ts';
import type { PlacesWanted } from './propose-places.ts';
import { teamWords } from './team.words.ts';

/** The places on a team before and after a joint change: in all, and for each organization. */
export async function describePlaces(
  ctx: SeatedCtx,
  change: JointChange,
  locale: Locale,
): Promise<ChangeInWords> {
  const organizations = await readOrganizations(ctx);
  const lines = (state: Record<string, unknown>) => {
    const all = (state.places ?? []) as PlacesWanted[];
    const taken = new Map(
      all.filter(({ places }) => places > 0).map((one) => [one.organizationId, one]),
    );
    const total = all.reduce((sum, { places }) => sum + places, 0);
    return [
      translate(teamWords, locale, 'places.all', { places: total }),
      ...organizations.flatMap(({ id, name }) => {
        const one = taken.get(id);
        return one
          ? [translate(teamWords, locale, 'places.of', { organization: name, ...counts(one) })]
          : [];
      }),
    ];
  };
  return { before: lines(change.before), after: lines(change.after) };
}

const counts = ({ places, chairs }: PlacesWanted) => ({ places, chairs });
