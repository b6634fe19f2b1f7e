import { exactRatio } from './exact-ratio.ts';

/** What chance alone would do to the number of runs, given how many points lie on each side. */
export type RunsDistribution = {
  readonly expected: number;
  /** P(runs <= observed). */
  readonly probabilityAtMost: number;
  /** The most runs that are significantly few: P(runs <= this) <= 2.5 %. 1 when there is none. */
  readonly significantlyFewMax: number;
  /** The fewest runs that are significantly many: P(runs >= this) <= 2.5 %. n + 1 when there is none. */
  readonly significantlyManyMin: number;
};

/**
 * Exact distribution of the number of runs when `above` and `below` points are in random order,
 * counted in whole numbers.
 * @param above  Points above the centre line; a whole number.
 * @param below  Points below it; a whole number.
 * @param observed  Runs seen.
 * @complexity O(n) steps on numbers of n bits.
 * @source Swed & Eisenhart 1943, Annals of Mathematical Statistics 14(1):66-87.
 * @checked against the runs distribution summed with SciPy for three series.
 */
export function runsDistribution(above: number, below: number, observed: number): RunsDistribution {
  const points = above + below;
  if (above === 0 || below === 0) {
    return {
      expected: 1,
      probabilityAtMost: observed >= 1 ? 1 : 0,
      significantlyFewMax: 1,
      significantlyManyMin: points + 1,
    };
  }
  const ways = orderingsByRuns(above, below);
  const all = ways.reduce((sum, count) => sum + count, 0n);
  let few = 1;
  let atMost = 0n;
  let seen = 0n;
  for (let runs = 2; runs <= points; runs += 1) {
    atMost += ways[runs]!;
    if (40n * atMost <= all) few = runs;
    if (runs <= observed) seen = atMost;
  }
  let many = points + 1;
  let atLeast = 0n;
  for (let runs = points; runs >= 2; runs -= 1) {
    atLeast += ways[runs]!;
    if (40n * atLeast <= all) many = runs;
  }
  return {
    expected: 1 + (2 * above * below) / points,
    probabilityAtMost: exactRatio(seen, all),
    significantlyFewMax: few,
    significantlyManyMin: many,
  };
}

/** For each number of runs, how many orderings of the points have it. */
function orderingsByRuns(above: number, below: number): bigint[] {
  const up = choices(above - 1);
  const down = choices(below - 1);
  const ways: bigint[] = [0n, 0n];
  for (let runs = 2; runs <= above + below; runs += 1) {
    const half = runs >> 1;
    const count =
      runs % 2 === 0
        ? 2n * at(up, half - 1) * at(down, half - 1)
        : at(up, half) * at(down, half - 1) + at(up, half - 1) * at(down, half);
    ways.push(count);
  }
  return ways;
}

/** The row of Pascal's triangle for `size`. */
function choices(size: number): bigint[] {
  const row = [1n];
  for (let k = 0; k < size; k += 1) row.push((row[k]! * BigInt(size - k)) / BigInt(k + 1));
  return row;
}

function at(row: readonly bigint[], index: number): bigint {
  return row[index] ?? 0n;
}
