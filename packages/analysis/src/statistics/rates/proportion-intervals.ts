import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import { betaQuantile } from '../distribution/beta.ts';
import { normalQuantile } from '../distribution/normal.ts';
import type { Interval } from '../regression/coefficient.ts';

/** How many of how many. */
export type Count = { readonly events: number; readonly of: number };

/**
 * Wilson's score interval for a proportion.
 * @param count  events, a whole number from 0 to `of`; `of` at least 1.
 * @param level  Default 0.95.
 * @source Wilson 1927, JASA 22:209-212.
 * @checked against R on the teacher retention counts.
 */
export function wilsonInterval(count: Count, level = 0.95): Interval {
  checkCount('count', count);
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2);
  const { of: n } = count;
  const p = count.events / n;
  const centre = (p + z ** 2 / (2 * n)) / (1 + z ** 2 / n);
  const reach = (z * Math.sqrt((p * (1 - p)) / n + z ** 2 / (4 * n ** 2))) / (1 + z ** 2 / n);
  return {
    low: count.events === 0 ? 0 : centre - reach,
    high: count.events === n ? 1 : centre + reach,
    level,
  };
}

/**
 * Exact interval for a proportion: never covers less often than it says.
 * @source Clopper & Pearson 1934, Biometrika 26:404-413.
 */
export function clopperPearsonInterval(count: Count, level = 0.95): Interval {
  checkCount('count', count);
  checkLevel(level);
  const { events, of: n } = count;
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
    high: events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
    level,
  };
}

/** Throws when a count is no count, naming it. */
export function checkCount(name: string, { events, of }: Count): void {
  if (!Number.isInteger(of) || of < 1) {
    throw new AnalysisInputError(`${name}.of`, 'must be a whole number of at least 1');
  }
  if (!Number.isInteger(events) || events < 0 || events > of) {
    throw new AnalysisInputError(`${name}.events`, `must be a whole number from 0 to ${of}`);
  }
}
