import { AnalysisInputError } from '../errors.ts';

export type SchoolTurnover = {
  readonly school: string;
  /** Teachers at the start of the year: a whole number of at least 1. */
  readonly teachers: number;
  /** How many of them moved to another school or left: a whole number up to `teachers`. */
  readonly movedOrLeft: number;
  /** Percent of its students in poverty, 0 to 100. */
  readonly poverty: number;
  /** Collaboration score, any unit. */
  readonly collaboration: number;
};

/** Throws naming a number out of its range or a school that occurs twice. */
export function checkSchools(schools: readonly SchoolTurnover[]): void {
  const seen = new Set<string>();
  for (const { school, teachers, movedOrLeft, poverty, collaboration } of schools) {
    if (seen.has(school)) throw new AnalysisInputError('schools', `"${school}" occurs twice`);
    seen.add(school);
    if (!Number.isInteger(teachers) || teachers < 1) {
      throw new AnalysisInputError(
        'teachers',
        `of "${school}" must be a whole number of at least 1`,
      );
    }
    if (!Number.isInteger(movedOrLeft) || movedOrLeft < 0 || movedOrLeft > teachers) {
      throw new AnalysisInputError('movedOrLeft', `of "${school}" must be from 0 to ${teachers}`);
    }
    if (!(poverty >= 0 && poverty <= 100)) {
      throw new AnalysisInputError('poverty', `of "${school}" must be from 0 to 100`);
    }
    if (!Number.isFinite(collaboration)) {
      throw new AnalysisInputError('collaboration', `of "${school}" is not a finite number`);
    }
  }
}
