import type { RankedProfile } from './ranked-profile.ts';
import { type Rational, rational } from './rational.ts';

/** How many voices prefer one option to another. */
export interface PairwiseTable {
  readonly options: readonly string[];
  /** `units[a][b]`: weight that ranks a above b; divide by `scale` for voices. Diagonal 0. */
  readonly units: readonly (readonly bigint[])[];
  readonly scale: bigint;
  /** Options that a ballot does not rank share its last place. */
  readonly unranked: 'tied-last';
}

/**
 * The pairwise comparison table.
 * @param profile  See `rankedProfile`. Options tied on a ballot prefer neither; unranked ones share
 *   the last place.
 * @returns Exact weights for every ordered pair.
 * @complexity O(ballots x ranked options x options) additions.
 * @checked against ranking/expected/*.json (pairwise), Condorcet PHP 4.5.1.
 */
export function pairwiseTable(profile: RankedProfile): PairwiseTable {
  const size = profile.options.length;
  const order = new Int32Array(size);
  // Doubles add whole weights exactly up to 2^53; beyond, ballots of each weight are counted apart.
  const safe = profile.total <= BigInt(Number.MAX_SAFE_INTEGER);
  const counts = new Map<bigint, Float64Array>();
  for (const ballot of profile.ballots) {
    const unit = safe ? 1n : ballot.units;
    const matrix = counts.get(unit) ?? new Float64Array(size * size);
    counts.set(unit, matrix);
    countBallot(ballot.tiers, safe ? Number(ballot.units) : 1, matrix, order);
  }
  const units = profile.options.map((_, a) =>
    profile.options.map((_, b) => {
      let sum = 0n;
      for (const [unit, matrix] of counts) sum += unit * BigInt(matrix[a * size + b]!);
      return sum;
    }),
  );
  return { options: profile.options, units, scale: profile.scale, unranked: 'tied-last' };
}

/** Adds `weight` for each pair that a ballot orders. `order` is scratch space of one cell an option. */
function countBallot(
  tiers: readonly (readonly number[])[],
  weight: number,
  matrix: Float64Array,
  order: Int32Array,
): void {
  const size = order.length;
  flatten(tiers, order);
  let from = 0;
  for (const tier of tiers) {
    const next = from + tier.length;
    for (let above = from; above < next; above++) {
      const row = order[above]! * size;
      for (let below = next; below < size; below++) matrix[row + order[below]!]! += weight;
    }
    from = next;
  }
}

/** Writes the ranked options, best first, then the unranked ones. */
function flatten(tiers: readonly (readonly number[])[], order: Int32Array): void {
  let ranked = 0;
  for (const tier of tiers) for (const option of tier) order[ranked++] = option;
  if (ranked === order.length) return;
  const present = new Uint8Array(order.length);
  for (let place = 0; place < ranked; place++) present[order[place]!] = 1;
  let next = ranked;
  for (let option = 0; option < order.length; option++) {
    if (present[option] === 0) order[next++] = option;
  }
}

/** Voices that prefer `a` to `b`, by place. */
export function preferring(table: PairwiseTable, a: number, b: number): Rational {
  return rational(table.units[a]![b]!, table.scale);
}

/** The option that beats every other one in direct comparison; null when there is none. */
export function condorcetWinner(table: PairwiseTable): string | null {
  const { options, units } = table;
  const beatsAll = (a: number) => options.every((_, b) => a === b || units[a]![b]! > units[b]![a]!);
  const winner = options.findIndex((_, a) => beatsAll(a));
  return winner < 0 ? null : options[winner]!;
}
