import { AnalysisInputError } from '../errors.ts';
import { quantile } from '../statistics/quantile.ts';

/** Lines in percent of students in poverty, or the schools' own median. */
export type PovertyLines = { readonly highAbove: number; readonly lowAtMost: number } | 'halves';

/** Says of each school on which side of the lines it lies. */
export function povertyStrata(
  schools: readonly { readonly poverty: number }[],
  lines: PovertyLines,
): (school: { readonly poverty: number }) => 'low' | 'high' | 'between' {
  if (lines === 'halves') {
    const middle = quantile(
      schools.map((each) => each.poverty),
      0.5,
    );
    return ({ poverty }) => (poverty > middle ? 'high' : 'low');
  }
  if (!(lines.lowAtMost <= lines.highAbove)) {
    throw new AnalysisInputError('poverty', 'has a low line above its high line');
  }
  return ({ poverty }) => {
    if (poverty > lines.highAbove) return 'high';
    return poverty <= lines.lowAtMost ? 'low' : 'between';
  };
}
