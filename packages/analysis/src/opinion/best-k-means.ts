import { seededRandom } from '../random.ts';
import { type Clustering, kMeansStart } from './k-means.ts';
import type { Coordinates } from './person-positions.ts';

/**
 * The best of several starts of k-means. Each start has its own seed, so that any division of the
 * starts among workers gives the same answer.
 * @param starts  Which starts to run, `[from, to)`.
 * @param seed  Integer.
 * @returns The start of least inertia (ties: the earliest), or null as in `kMeansStart`.
 */
export function bestKMeans(
  points: Coordinates,
  k: number,
  starts: readonly [from: number, to: number],
  seed: number,
): Clustering | null {
  let best: Clustering | null = null;
  for (let start = starts[0]; start < starts[1]; start++) {
    // Greedy seeds are good but alike; every other start is free to find what they miss.
    const random = seededRandom(startSeed(seed, k, start));
    const found = kMeansStart(points, k, random, start % 2 === 0);
    if (found && (best === null || found.inertia < best.inertia)) best = found;
  }
  return best;
}

/** Numbers the groups: the larger first, ties by the first coordinate of the centre. */
export function inCanonicalOrder({ inertia, labels, centers }: Clustering): Clustering {
  const sizes = groupSizes(labels, centers.x.length);
  const order = [...sizes.keys()].sort(
    (a, b) => sizes[b]! - sizes[a]! || centers.x[a]! - centers.x[b]!,
  );
  const newLabel = new Uint8Array(order.length);
  order.forEach((old, label) => {
    newLabel[old] = label;
  });
  return {
    inertia,
    labels: labels.map((old) => newLabel[old]!),
    centers: {
      x: Float64Array.from(order, (old) => centers.x[old]!),
      y: Float64Array.from(order, (old) => centers.y[old]!),
    },
  };
}

export function groupSizes(labels: Uint8Array, k: number): number[] {
  const sizes = new Array<number>(k).fill(0);
  for (const label of labels) sizes[label]! += 1;
  return sizes;
}

const startSeed = (seed: number, k: number, start: number) =>
  (Math.imul(seed, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b) ^ Math.imul(start + 1, 0xc2b2ae35)) >>> 0;
