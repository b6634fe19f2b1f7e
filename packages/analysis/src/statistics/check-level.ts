import { AnalysisInputError } from '../errors.ts';

/** Throws when the level of an interval is no share between 0 and 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) throw new AnalysisInputError('level', 'must be between 0 and 1');
}
