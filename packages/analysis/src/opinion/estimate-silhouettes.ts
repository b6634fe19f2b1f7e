import { seededRandom } from '../random.ts';
import type { LandscapeCrew } from './landscape-crew.ts';
import type { Coordinates } from './person-positions.ts';
import { type SilhouetteOrder, silhouetteOrder } from './silhouette.ts';

/** A mean silhouette, measured on all people or estimated from a random sample of them. */
export interface MeanSilhouette {
  /** -1 to 1. */
  readonly mean: number;
  /** People whose silhouette was computed (each against everybody). */
  readonly sampled: number;
  /** Of the mean, from sampling without replacement; 0 when everybody was measured. */
  readonly standardError: number;
}

export interface SilhouetteOptions {
  readonly seed: number;
  /** Up to this many people everybody is measured; above, a sample grows until the best k is clear. */
  readonly exactUpTo: number;
  readonly onProgress?: (done: number) => void;
}

const firstSample = 1000;
/** The sample grows until the lead of the best k is this many standard errors of the lead. */
const clearLead = 5;

/**
 * Mean silhouette of several divisions of the same points.
 * @returns One result per division. With sampling the same people serve all divisions, and the
 *   sample doubles until the best one leads each other by five standard errors of the difference,
 *   or everybody is measured.
 * @complexity O(sample n).
 */
export async function meanSilhouettes(
  crew: LandscapeCrew,
  points: Coordinates,
  divisions: readonly { readonly labels: Uint8Array; readonly k: number }[],
  options: SilhouetteOptions,
): Promise<MeanSilhouette[]> {
  if (divisions.length === 0) return [];
  const order = silhouetteOrder(points, divisions);
  const n = points.x.length;
  const places =
    n <= options.exactUpTo ? Int32Array.from(order.x.keys()) : shuffled(n, options.seed);
  const values = divisions.map(() => new Float64Array(n));
  let done = 0;
  let target = n <= options.exactUpTo ? n : Math.min(n, firstSample);
  while (done < n) {
    await measure(crew, order, places.subarray(done, target), values, done);
    done = target;
    options.onProgress?.(done / n);
    if (isClear(values, done, n)) break;
    target = Math.min(n, 2 * done);
  }
  return values.map((all) => summary(all.subarray(0, done), n));
}

async function measure(
  crew: LandscapeCrew,
  order: SilhouetteOrder,
  at: Int32Array,
  values: Float64Array[],
  offset: number,
): Promise<void> {
  const share = Math.max(100, Math.ceil(at.length / (4 * crew.size)));
  const parts = Array.from({ length: Math.ceil(at.length / share) }, (_, part) => part * share);
  await Promise.all(
    parts.map(async (from) => {
      const part = at.slice(from, from + share);
      const answer = await crew.run({ kind: 'silhouette', order, at: part });
      answer.forEach((found, division) => {
        values[division]!.set(found, offset + from);
      });
    }),
  );
}

function isClear(values: readonly Float64Array[], done: number, n: number): boolean {
  const summaries = values.map((all) => summary(all.subarray(0, done), n));
  const best = summaries.reduce((top, { mean }, d) => (mean > summaries[top]!.mean ? d : top), 0);
  return values.every((all, division) => {
    if (division === best) return true;
    const lead = Float64Array.from({ length: done }, (_, i) => values[best]![i]! - all[i]!);
    const { mean, standardError } = summary(lead, n);
    return mean > clearLead * standardError;
  });
}

function summary(sample: Float64Array, n: number): MeanSilhouette {
  const mean = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const squares = sample.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const variance = squares / Math.max(1, sample.length - 1);
  const standardError = Math.sqrt((variance / sample.length) * (1 - sample.length / n));
  return { mean, sampled: sample.length, standardError };
}

function shuffled(n: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const places = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return places;
}
