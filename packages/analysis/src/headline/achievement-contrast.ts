import { AnalysisInputError } from '../errors.ts';
import type { Insufficient } from '../statistics/insufficient.ts';
import { insufficient, isInsufficient } from '../statistics/insufficient.ts';
import { mean } from '../statistics/mean.ts';
import type { Coefficient } from '../statistics/regression/coefficient.ts';
import type { Predictor } from '../statistics/regression/design.ts';
import type { LeastSquares } from '../statistics/regression/least-squares.ts';
import { leastSquares } from '../statistics/regression/least-squares.ts';
import type { PlanWarning } from './achievement-plan.ts';
import { planModel } from './achievement-plan.ts';
import type { SchoolAchievement } from './achievement-school.ts';
import { checkSchools } from './achievement-school.ts';
import type { AchievementWording } from './achievement-wording.ts';
import { achievementWording } from './achievement-wording.ts';
import type { CollaborationLevel } from './collaboration-level.ts';
import { collaborationLevels } from './collaboration-level.ts';
import type { HeadlineNote } from './note.ts';

export type AchievementOptions = {
  /** Part of the schools that counts as lowest and as highest; default 1/3. */
  readonly share?: number;
  /** Hold last year's results equal when they are known; default true. */
  readonly holdPriorYear?: boolean;
  /** Fewest students tested for a school to count; default 10. */
  readonly minimumStudents?: number;
  /** The smallest difference worth having, in percentage points; default 2. */
  readonly worthHaving?: number;
  readonly level?: number;
};

export type AchievementWarning =
  | 'schools-left-out-as-too-small'
  | 'poverty-hardly-overlaps'
  | PlanWarning;

/** One dot of the scatter plot, drawn whether or not there is a contrast. */
export type AchievementPoint = {
  readonly school: string;
  readonly poverty: number;
  readonly collaboration: number;
  readonly proficient: number;
  readonly level: CollaborationLevel;
};

export type LevelSummary = {
  readonly level: CollaborationLevel;
  readonly schools: number;
  readonly meanProficient: number;
  readonly meanPoverty: number;
};

export type AchievementContrast = {
  readonly unit: 'percentage-points';
  readonly points: readonly AchievementPoint[];
  readonly levels: readonly LevelSummary[];
  /** Highest minus lowest, as the schools are. */
  readonly raw: Coefficient;
  /** Highest minus lowest, with what `adjustedFor` names held equal. */
  readonly adjusted: Coefficient;
  readonly adjustedFor: readonly ('poverty' | 'prior-year' | 'district')[];
  readonly errors: 'by-school' | 'by-district';
  readonly wording: AchievementWording;
  readonly model: LeastSquares;
  readonly notes: readonly HeadlineNote[];
  readonly warnings: readonly AchievementWarning[];
};

export type AchievementScatter = Insufficient & { readonly points: readonly AchievementPoint[] };

const SCHOOLS_NEEDED = 20;
const SCHOOLS_NEEDED_AT_EACH_END = 5;

/**
 * How much more students of the most collaborative schools are at or above standard than those of
 * the least, with poverty (and last year's results) held equal.
 * @param schools  One row for each school; percents 0 to 100. Not mutated.
 * @returns the contrast, or `insufficient` with the points of the scatter plot: fewer than 20
 *   schools, or fewer than 5 at either end. Deterministic. Never evidence of a cause.
 * @throws {AnalysisInputError} naming a number out of its range, a school that occurs twice, or an
 *   option that cannot be used.
 * @complexity O(schools)
 * @source The question: McCarthy & Rubinstein 2017. The method: least squares with errors of Bell &
 *   McCaffrey 2002, each school (or district) a cluster, and Satterthwaite's degrees of freedom.
 * @checked by simulated districts with a planted contrast: the intervals cover it at their level.
 */
export function achievementContrast(
  schools: readonly SchoolAchievement[],
  options: AchievementOptions = {},
): AchievementContrast | AchievementScatter {
  const { share = 1 / 3, minimumStudents = 10, worthHaving = 2, level = 0.95 } = options;
  if (!(share > 0 && share <= 0.5))
    throw new AnalysisInputError('share', 'must be above 0, at most 1/2');
  if (!(worthHaving >= 0)) throw new AnalysisInputError('worthHaving', 'must not be negative');
  checkSchools(schools);
  const used = schools.filter((each) => (each.students ?? Infinity) >= minimumStudents);
  const levels = collaborationLevels(
    used.map((each) => each.collaboration),
    share,
  );
  const points = used.map(({ school, poverty, collaboration, proficient }, i) => ({
    school,
    poverty,
    collaboration,
    proficient,
    level: levels[i]!,
  }));
  if (used.length < SCHOOLS_NEEDED) {
    return { points, ...insufficient('schools', SCHOOLS_NEEDED, used.length) };
  }
  const atEnds = (['low', 'high'] as const).map((end) => levels.filter((l) => l === end).length);
  const fewest = Math.min(...atEnds);
  if (fewest < SCHOOLS_NEEDED_AT_EACH_END) {
    return { points, ...insufficient('schools-at-each-end', SCHOOLS_NEEDED_AT_EACH_END, fewest) };
  }
  const plan = planModel(used, options.holdPriorYear ?? true);
  const outcome = used.map((each) => each.proficient);
  if (outcome.every((value) => value === outcome[0])) {
    return { points, ...insufficient('schools-that-differ-in-achievement', 2, 1) };
  }
  const solve = (adjustment: readonly Predictor[]) =>
    leastSquares(
      { outcome, predictors: [...levelPredictors(levels), ...adjustment] },
      { errors: 'CR2', cluster: plan.cluster, level },
    );
  const [raw, adjusted] = [solve([]), solve(plan.adjustment)];
  if (isInsufficient(raw)) return { points, ...raw };
  if (isInsufficient(adjusted)) return { points, ...adjusted };
  const contrast = coefficientOf(adjusted, 'high');
  const comparable = povertyOverlaps(points);
  return {
    unit: 'percentage-points',
    points,
    levels: (['low', 'middle', 'high'] as const).flatMap((name) => summarizeLevel(points, name)),
    raw: coefficientOf(raw, 'high'),
    adjusted: contrast,
    adjustedFor: plan.adjustedFor,
    errors: plan.errors,
    wording: achievementWording(contrast.interval, worthHaving, comparable),
    model: adjusted,
    notes: [
      'observational-not-causal',
      'ecological-schools-not-people',
      'levels-relative-to-these-schools',
      ...plan.notes,
    ],
    warnings: [
      ...(used.length < schools.length ? (['schools-left-out-as-too-small'] as const) : []),
      ...(comparable ? [] : (['poverty-hardly-overlaps'] as const)),
      ...plan.warnings,
    ],
  };
}

function levelPredictors(levels: readonly CollaborationLevel[]): Predictor[] {
  const flags = (name: CollaborationLevel) => ({
    name,
    values: levels.map((level) => (level === name ? 1 : 0)),
  });
  return levels.includes('middle') ? [flags('high'), flags('middle')] : [flags('high')];
}

function coefficientOf(fit: LeastSquares, name: string): Coefficient {
  return fit.coefficients.find((each) => each.name === name)!;
}

function summarizeLevel(
  points: readonly AchievementPoint[],
  level: CollaborationLevel,
): LevelSummary[] {
  const own = points.filter((point) => point.level === level);
  if (own.length === 0) return [];
  return [
    {
      level,
      schools: own.length,
      meanProficient: mean(own.map((point) => point.proficient)),
      meanPoverty: mean(own.map((point) => point.poverty)),
    },
  ];
}

/** At least a quarter of the schools at each end lie within the other end's range of poverty. */
function povertyOverlaps(points: readonly AchievementPoint[]): boolean {
  const of = (level: CollaborationLevel) =>
    points.filter((point) => point.level === level).map((point) => point.poverty);
  const inside = (some: number[], others: number[]) => {
    const [least, most] = [Math.min(...others), Math.max(...others)];
    return some.filter((value) => value >= least && value <= most).length / some.length;
  };
  const [low, high] = [of('low'), of('high')];
  return Math.min(inside(low, high), inside(high, low)) >= 0.25;
}
