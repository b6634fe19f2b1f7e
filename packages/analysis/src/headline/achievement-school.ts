import { AnalysisInputError } from '../errors.ts';

export type SchoolAchievement = {
  readonly school: string;
  /** Percent of its students at or above standard, 0 to 100. */
  readonly proficient: number;
  /** Percent of its students in poverty, 0 to 100. */
  readonly poverty: number;
  /** Collaboration score, any unit. */
  readonly collaboration: number;
  /** Percent at or above standard the year before; used when every school has it. */
  readonly proficientBefore?: number | null;
  readonly district?: string | null;
  /** Students tested; schools with fewer than the minimum are left out. */
  readonly students?: number | null;
};

/** Throws naming a number out of its range or a school that occurs twice. */
export function checkSchools(schools: readonly SchoolAchievement[]): void {
  const seen = new Set<string>();
  for (const each of schools) {
    if (seen.has(each.school)) {
      throw new AnalysisInputError('schools', `"${each.school}" occurs twice`);
    }
    seen.add(each.school);
    for (const key of ['proficient', 'poverty', 'proficientBefore'] as const) {
      const value = each[key] ?? 0;
      if (!(value >= 0 && value <= 100)) {
        throw new AnalysisInputError(key, `of "${each.school}" must be from 0 to 100`);
      }
    }
    if (!Number.isFinite(each.collaboration)) {
      throw new AnalysisInputError('collaboration', `of "${each.school}" is not a finite number`);
    }
  }
}
