import { AnalysisInputError } from '../../errors.ts';
import { mean, squaresAbout } from '../mean.ts';

/** What an analysis of variance needs to know of one group. */
export type GroupSummary = {
  readonly size: number;
  readonly mean: number;
  readonly squares: number;
};

/** Sizes, means and sums of squares within groups; throws on a value that is not finite. */
export function summarizeGroups(groups: readonly (readonly number[])[]): GroupSummary[] {
  return groups
    .filter((group) => group.length > 0)
    .map((group, index) => {
      if (group.some((value) => !Number.isFinite(value))) {
        throw new AnalysisInputError(`groups[${index}]`, 'has a value that is not finite');
      }
      const centre = mean(group);
      return { size: group.length, mean: centre, squares: squaresAbout(group, centre) };
    });
}
