import { seededRandom } from '../random.ts';
import { bestKMeans } from './best-k-means.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { personPositions } from './person-positions.ts';
import { principalAxes } from './principal-axes.ts';
import { rowsOfMatrix } from './rows-of-matrix.ts';

const restarts = 5;

/**
 * The landscape again from people drawn with replacement; then everybody is placed in it and joins
 * the nearest group.
 * @returns One label per row for each resample `[from, to)`; null where k groups could not be made.
 */
export function resampleGroups(
  matrix: OpinionMatrix,
  k: number,
  [from, to]: readonly [number, number],
  seed: number,
): (Uint8Array | null)[] {
  return Array.from({ length: to - from }, (_, at) => resampleOnce(matrix, k, seed, from + at));
}

function resampleOnce(matrix: OpinionMatrix, k: number, seed: number, at: number) {
  const random = seededRandom(seed * 1_000_003 + at);
  const people = matrix.people.length;
  const drawn = Int32Array.from({ length: people }, () => Math.floor(random() * people));
  const sample = rowsOfMatrix(matrix, drawn);
  const axes = principalAxes(sample);
  const clustering = bestKMeans(personPositions(sample, axes), k, [0, restarts], seed + at);
  if (!clustering) return null;
  const { x, y } = personPositions(matrix, axes);
  return Uint8Array.from(x, (px, i) => nearest(clustering.centers, px, y[i]!));
}

function nearest(centers: { x: Float64Array; y: Float64Array }, px: number, py: number): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  centers.x.forEach((cx, c) => {
    const distance = (px - cx) ** 2 + (py - centers.y[c]!) ** 2;
    if (distance < least) [best, least] = [c, distance];
  });
  return best;
}
