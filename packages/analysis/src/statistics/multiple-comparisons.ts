import { AnalysisInputError } from '../errors.ts';

/**
 * Family-wise error: `bonferroni`, `holm` (never weaker than it), `hochberg` (independent tests).
 * False discovery rate: `benjamini-hochberg` (independent), `benjamini-yekutieli` (any).
 */
export type ComparisonControl =
  | 'bonferroni'
  | 'holm'
  | 'hochberg'
  | 'benjamini-hochberg'
  | 'benjamini-yekutieli';

/**
 * P-values adjusted for how many were looked at: compare them with the level one wanted for all.
 * @param p  Each in [0, 1]. Not mutated.
 * @returns in the order of `p`, each in [p, 1].
 * @throws {AnalysisInputError} on a value outside [0, 1] or an unknown method.
 * @complexity O(m log m)
 * @source Holm 1979, Scand. J. Statist. 6:65-70; Hochberg 1988, Biometrika 75:800-802; Benjamini &
 *   Hochberg 1995, JRSS B 57:289-300; Benjamini & Yekutieli 2001, Ann. Statist. 29:1165-1188.
 * @checked against R p.adjust.
 */
export function adjustForComparisons(p: readonly number[], method: ComparisonControl): number[] {
  const bad = p.findIndex((value) => !(value >= 0 && value <= 1));
  if (bad >= 0) throw new AnalysisInputError(`p[${bad}]`, 'must be between 0 and 1');
  const m = p.length;
  const order = [...p.keys()].sort((a, b) => p[a]! - p[b]!);
  const adjusted = new Array<number>(m);
  if (method === 'bonferroni') return p.map((value) => Math.min(1, value * m));
  if (method === 'holm') {
    let largest = 0;
    for (const [place, index] of order.entries()) {
      largest = Math.max(largest, (m - place) * p[index]!);
      adjusted[index] = Math.min(1, largest);
    }
    return adjusted;
  }
  const factor = stepUpFactor(method, m);
  let smallest = 1;
  for (let place = m - 1; place >= 0; place -= 1) {
    const index = order[place]!;
    smallest = Math.min(smallest, factor(place) * p[index]!);
    adjusted[index] = smallest;
  }
  return adjusted;
}

function stepUpFactor(
  method: Exclude<ComparisonControl, 'bonferroni' | 'holm'>,
  m: number,
): (place: number) => number {
  switch (method) {
    case 'hochberg':
      return (place) => m - place;
    case 'benjamini-hochberg':
      return (place) => m / (place + 1);
    case 'benjamini-yekutieli': {
      let harmonic = 0;
      for (let i = 1; i <= m; i += 1) harmonic += 1 / i;
      return (place) => (harmonic * m) / (place + 1);
    }
    default:
      throw new AnalysisInputError('method', `"${method satisfies never}" is not known`);
  }
}
