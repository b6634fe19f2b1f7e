import { AnalysisInputError } from '../errors.ts';
import type { Tiers } from './tiers.ts';

/**
 * Rank-biased overlap of two rankings, extrapolated: how much they agree from the top down, 1 for
 * the same and 0 for nothing in common.
 * @param a, b  Best first. Options tied at a place count at that place together. Not mutated; may
 *   rank different options and different numbers of them.
 * @param persistence  In (0, 1): the weight of place d+1 relative to place d. With 0.9 the first ten
 *   places carry 86 % of the weight.
 * @returns A number in [0, 1]; null when a ranking is empty.
 * @throws {AnalysisInputError} when the persistence is out of range or an option is ranked twice.
 * @complexity O(ranked options).
 * @source Webber, Moffat & Zobel 2010, ACM TOIS 28(4):20, equation 32; ties as in its section 4.5.
 * @checked against the paper's definition summed term by term, ranking-overlap.test.ts.
 */
export function rankBiasedOverlap(a: Tiers, b: Tiers, persistence = 0.9): number | null {
  if (!(persistence > 0 && persistence < 1)) {
    throw new AnalysisInputError('persistence', 'must be between 0 and 1');
  }
  const [first, second] = [placesIn(a, 'a'), placesIn(b, 'b')];
  if (first.size === 0 || second.size === 0) return null;
  const [short, long] = first.size <= second.size ? [first, second] : [second, first];
  const agreements = agreementByDepth(short, long);
  let sum = 0;
  agreements.forEach((agreement, index) => {
    sum += agreement * persistence ** index;
  });
  const tail = agreements.at(-1)! * persistence ** agreements.length;
  return (1 - persistence) * sum + tail;
}

/** The depth from which each option counts: the place that its tier begins at. */
function placesIn(tiers: Tiers, argument: string): Map<string, number> {
  const places = new Map<string, number>();
  for (const tier of tiers) {
    const depth = places.size + 1;
    for (const option of tier) {
      if (places.has(option)) throw new AnalysisInputError(argument, `ranks "${option}" twice`);
      places.set(option, depth);
    }
  }
  return places;
}

/** Agreement at each depth of the longer ranking, extrapolated beyond the shorter one. */
function agreementByDepth(
  short: ReadonlyMap<string, number>,
  long: ReadonlyMap<string, number>,
): number[] {
  const agreements: number[] = [];
  const [shortSizes, longSizes] = [sizesByDepth(short), sizesByDepth(long)];
  const common = commonByDepth(short, long);
  for (let depth = 1; depth <= long.size; depth++) {
    const shared = common[depth - 1]!;
    if (depth <= short.size) {
      agreements.push((2 * shared) / (shortSizes[depth - 1]! + longSizes[depth - 1]!));
    } else {
      const atEnd = agreements[short.size - 1]!;
      const assumed = shared + atEnd * (depth - short.size);
      agreements.push(Math.min(1, (2 * assumed) / (depth + longSizes[depth - 1]!)));
    }
  }
  return agreements;
}

function sizesByDepth(places: ReadonlyMap<string, number>): number[] {
  const sizes = new Array<number>(places.size).fill(0);
  for (const depth of places.values()) sizes[depth - 1] = sizes[depth - 1]! + 1;
  return cumulate(sizes);
}

function commonByDepth(
  short: ReadonlyMap<string, number>,
  long: ReadonlyMap<string, number>,
): number[] {
  const entering = new Array<number>(long.size).fill(0);
  for (const [option, depth] of short) {
    const other = long.get(option);
    if (other === undefined) continue;
    const both = Math.max(depth, other) - 1;
    entering[both] = entering[both]! + 1;
  }
  return cumulate(entering);
}

function cumulate(counts: readonly number[]): number[] {
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum;
  });
}
