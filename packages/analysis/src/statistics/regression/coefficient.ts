import { studentTQuantile, studentTTwoSided } from '../distribution/student-t.ts';

/** One estimated coefficient with its uncertainty. */
export type Coefficient = {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Estimate over standard error: t with `degreesOfFreedom`, z when that is infinite. */
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
};

export type Interval = { readonly low: number; readonly high: number; readonly level: number };

/** Puts estimate and error into the form in which every regression reports them. */
export function describeCoefficient(
  name: string,
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
): Coefficient {
  const statistic = estimate / standardError;
  const reach = studentTQuantile((1 + level) / 2, degreesOfFreedom) * standardError;
  return {
    name,
    estimate,
    standardError,
    statistic,
    degreesOfFreedom,
    p: studentTTwoSided(statistic, degreesOfFreedom),
    interval: { low: estimate - reach, high: estimate + reach, level },
  };
}
