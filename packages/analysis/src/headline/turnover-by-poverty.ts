import { AnalysisInputError } from '../errors.ts';
import { checkLevel } from '../statistics/check-level.ts';
import { studentTQuantile, studentTTwoSided } from '../statistics/distribution/student-t.ts';
import type { Insufficient } from '../statistics/insufficient.ts';
import { insufficient, isInsufficient } from '../statistics/insufficient.ts';
import type { Interval } from '../statistics/regression/coefficient.ts';
import { collaborationLevels } from './collaboration-level.ts';
import type { HeadlineNote } from './note.ts';
import type { PooledRate } from './pooled-rate.ts';
import { pooledRate } from './pooled-rate.ts';
import type { PovertyLines } from './poverty-strata.ts';
import { povertyStrata } from './poverty-strata.ts';
import type { SchoolTurnover } from './turnover-school.ts';
import { checkSchools } from './turnover-school.ts';
import type { RatioWording } from './turnover-wording.ts';
import { ratioWording } from './turnover-wording.ts';

export type TurnoverOptions = {
  /**
   * Which schools are compared. Default: the federal lines, high above 75 % and low at most 25 %;
   * `halves` splits at these schools' own median instead.
   */
  readonly poverty?: PovertyLines;
  /** Part of the schools that counts as lowest and as highest in collaboration; default 1/2. */
  readonly share?: number;
  /** Fewest teachers behind a rate that may be shown; default 10. */
  readonly minimumTeachers?: number;
  readonly level?: number;
};

export type TurnoverRate = Omit<PooledRate, 'logVariance'> & { readonly interval: Interval };

export type TurnoverRatio = {
  /** Rate of high-poverty schools over rate of low-poverty schools. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly wording: RatioWording;
};

export type TurnoverLevel = {
  readonly collaboration: 'low' | 'high';
  readonly highPoverty: TurnoverRate | Insufficient;
  readonly lowPoverty: TurnoverRate | Insufficient;
  readonly ratio: TurnoverRatio | Insufficient;
};

export type TurnoverByPoverty = {
  readonly levels: readonly [TurnoverLevel, TurnoverLevel];
  /** The ratio where collaboration is low over the ratio where it is high. */
  readonly comparison: TurnoverRatio | Insufficient;
  readonly points: readonly TurnoverPoint[];
  readonly notes: readonly HeadlineNote[];
};

/** One dot of the scatter plot; null for a school with too few teachers to show. */
export type TurnoverPoint = {
  readonly school: string;
  readonly poverty: number;
  readonly collaboration: number;
  readonly rate: number | null;
};

export type TurnoverScatter = Insufficient & { readonly points: readonly TurnoverPoint[] };

const SCHOOLS_NEEDED = 20;
const SCHOOLS_NEEDED_IN_CELL = 4;

/**
 * How much more teachers move or leave in high-poverty schools than in low-poverty ones, where
 * collaboration is low and where it is high.
 * @param schools  One row for each school. Not mutated.
 * @returns rates, ratios with intervals that allow for differences between schools, and how the two
 *   ratios compare; `insufficient` in place of a rate that fewer than 4 schools or too few teachers
 *   stand behind, and of what depends on it; the points only for fewer than 20 schools.
 *   Deterministic. Never evidence of a cause.
 * @throws {AnalysisInputError} naming a number out of its range, a school that occurs twice, or an
 *   option that cannot be used.
 * @complexity O(schools log schools)
 * @source The question: McCarthy & Rubinstein 2017; lines of poverty: NCES. The method: ratio of
 *   pooled rates on the logarithmic scale, schools as clusters (see `pooledRate`).
 * @checked by simulated districts with a planted ratio: the intervals cover it at their level.
 */
export function turnoverByPoverty(
  schools: readonly SchoolTurnover[],
  options: TurnoverOptions = {},
): TurnoverByPoverty | TurnoverScatter {
  const { share = 0.5, minimumTeachers = 10, level = 0.95 } = options;
  if (!(share > 0 && share <= 0.5))
    throw new AnalysisInputError('share', 'must be above 0, at most 1/2');
  checkLevel(level);
  checkSchools(schools);
  const points = schools.map((each) => ({
    school: each.school,
    poverty: each.poverty,
    collaboration: each.collaboration,
    rate: each.teachers < minimumTeachers ? null : each.movedOrLeft / each.teachers,
  }));
  if (schools.length < SCHOOLS_NEEDED) {
    return { points, ...insufficient('schools', SCHOOLS_NEEDED, schools.length) };
  }
  const collaboration = collaborationLevels(
    schools.map((each) => each.collaboration),
    share,
  );
  const stratumOf = povertyStrata(schools, options.poverty ?? { highAbove: 75, lowAtMost: 25 });
  const cell = (wanted: 'low' | 'high', stratum: 'low' | 'high') =>
    poolCell(
      schools.filter((each, i) => collaboration[i] === wanted && stratumOf(each) === stratum),
      `${stratum}-poverty`,
      minimumTeachers,
    );
  const cells = {
    low: { high: cell('low', 'high'), low: cell('low', 'low') },
    high: { high: cell('high', 'high'), low: cell('high', 'low') },
  };
  const describeLevel = (wanted: 'low' | 'high'): TurnoverLevel => ({
    collaboration: wanted,
    highPoverty: describeRate(cells[wanted].high, level),
    lowPoverty: describeRate(cells[wanted].low, level),
    ratio: compare([cells[wanted].high], [cells[wanted].low], level),
  });
  return {
    levels: [describeLevel('low'), describeLevel('high')],
    comparison: compare([cells.low.high, cells.high.low], [cells.low.low, cells.high.high], level),
    points,
    notes: [
      'observational-not-causal',
      'ecological-schools-not-people',
      'levels-relative-to-these-schools',
      'not-shown-is-not-absent',
    ],
  };
}

function poolCell(
  schools: readonly SchoolTurnover[],
  what: string,
  minimumTeachers: number,
): PooledRate | Insufficient {
  if (schools.length < SCHOOLS_NEEDED_IN_CELL) {
    return insufficient(`${what}-schools`, SCHOOLS_NEEDED_IN_CELL, schools.length);
  }
  const teachers = schools.reduce((sum, each) => sum + each.teachers, 0);
  if (teachers < minimumTeachers)
    return insufficient(`${what}-teachers`, minimumTeachers, teachers);
  const events = schools.reduce((sum, each) => sum + each.movedOrLeft, 0);
  if (events === 0) return insufficient(`${what}-teachers-who-moved-or-left`, 1, 0);
  if (events === teachers) return insufficient(`${what}-teachers-who-stayed`, 1, 0);
  return pooledRate(schools.map((each) => ({ events: each.movedOrLeft, people: each.teachers })));
}

function describeRate(cell: PooledRate | Insufficient, level: number): TurnoverRate | Insufficient {
  if (isInsufficient(cell)) return cell;
  const { logVariance, ...rest } = cell;
  const reach = Math.exp(
    studentTQuantile((1 + level) / 2, cell.degreesOfFreedom) * Math.sqrt(logVariance),
  );
  return {
    ...rest,
    interval: { low: cell.rate / reach, high: Math.min(1, cell.rate * reach), level },
  };
}

/** Product of the rates above over the product of those below, with Satterthwaite's degrees of freedom. */
function compare(
  above: readonly (PooledRate | Insufficient)[],
  below: readonly (PooledRate | Insufficient)[],
  level: number,
): TurnoverRatio | Insufficient {
  let [log, variance, spread] = [0, 0, 0];
  for (const [sign, cells] of [
    [1, above],
    [-1, below],
  ] as const) {
    for (const cell of cells) {
      if (isInsufficient(cell)) return cell;
      log += sign * Math.log(cell.rate);
      variance += cell.logVariance;
      spread += cell.logVariance ** 2 / cell.degreesOfFreedom;
    }
  }
  const degreesOfFreedom = variance ** 2 / spread;
  const error = Math.sqrt(variance);
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom) * error;
  const interval = { low: Math.exp(log - reach), high: Math.exp(log + reach), level };
  return {
    estimate: Math.exp(log),
    interval,
    degreesOfFreedom,
    p: studentTTwoSided(log / error, degreesOfFreedom),
    wording: ratioWording(interval),
  };
}
