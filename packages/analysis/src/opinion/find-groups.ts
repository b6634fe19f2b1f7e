import { groupSizes, inCanonicalOrder } from './best-k-means.ts';
import { type MeanSilhouette, meanSilhouettes } from './estimate-silhouettes.ts';
import type { Clustering } from './k-means.ts';
import type { LandscapeCrew } from './landscape-crew.ts';
import type { Coordinates } from './person-positions.ts';

/** One way to divide people into k groups. */
export interface Division extends Clustering {
  readonly k: number;
  readonly sizes: readonly number[];
  readonly silhouette: MeanSilhouette;
  /** Whether every group reaches the smallest size asked for. */
  readonly largeEnough: boolean;
}

export interface FoundGroups {
  /** For k = 2 and up; a k with fewer distinct positions than groups is absent. */
  readonly divisions: readonly Division[];
  /** The division of largest mean silhouette among those whose groups are large enough, or null. */
  readonly chosen: Division | null;
}

export interface FindGroupsOptions {
  readonly seed: number;
  readonly restarts: number;
  readonly smallestGroup: number;
  readonly largestCount: number;
  readonly exactSilhouetteUpTo: number;
  readonly onProgress?: (share: number) => void;
}

/**
 * Divides points into k = 2, 3, ... groups and chooses k by the mean silhouette (ties: fewer groups).
 * The largest k tried is min(largestCount, 2 + floor(n / 12)).
 * @returns Deterministic for a seed, whatever the number of workers.
 * @complexity O(restarts steps n k) and the silhouettes.
 */
export async function findGroups(
  crew: LandscapeCrew,
  points: Coordinates,
  options: FindGroupsOptions,
): Promise<FoundGroups> {
  const n = points.x.length;
  const largest = Math.min(options.largestCount, 2 + Math.floor(n / 12), n - 1);
  const counts = Array.from({ length: Math.max(0, largest - 1) }, (_, i) => i + 2);
  const clusterings = await clusterForEach(crew, points, counts, options);
  const found = clusterings.map((clustering) => ({
    ...clustering,
    k: clustering.centers.x.length,
  }));
  const silhouettes = await meanSilhouettes(crew, points, found, {
    seed: options.seed,
    exactUpTo: options.exactSilhouetteUpTo,
    onProgress: (done) => options.onProgress?.(0.5 + done / 2),
  });
  const divisions = found.map((clustering, at) => {
    const sizes = groupSizes(clustering.labels, clustering.k);
    const largeEnough = sizes.every((size) => size >= options.smallestGroup);
    return { ...clustering, sizes, silhouette: silhouettes[at]!, largeEnough };
  });
  return { divisions, chosen: bestDivision(divisions) };
}

async function clusterForEach(
  crew: LandscapeCrew,
  points: Coordinates,
  counts: readonly number[],
  { seed, restarts, onProgress }: FindGroupsOptions,
): Promise<Clustering[]> {
  const share = Math.max(1, Math.ceil(restarts / (2 * crew.size)));
  const parts = Array.from({ length: Math.ceil(restarts / share) }, (_, part) => part * share);
  let done = 0;
  const answers = await Promise.all(
    counts.toReversed().map((k) =>
      Promise.all(
        parts.map(async (from) => {
          const starts = [from, Math.min(restarts, from + share)] as const;
          const best = await crew.run({ kind: 'k-means', points, k, starts, seed });
          done += 1;
          onProgress?.(done / (2 * parts.length * counts.length));
          return best;
        }),
      ),
    ),
  );
  return answers.toReversed().flatMap((found) => {
    const best = found.reduce((a, b) => (b && (!a || b.inertia < a.inertia) ? b : a), null);
    return best ? [inCanonicalOrder(best)] : [];
  });
}

function bestDivision(divisions: readonly Division[]): Division | null {
  return divisions
    .filter(({ largeEnough }) => largeEnough)
    .reduce<Division | null>(
      (best, next) => (!best || next.silhouette.mean > best.silhouette.mean ? next : best),
      null,
    );
}
