import { AnalysisInputError } from '../errors.ts';

/** When an iterative measure stops. */
export interface IterationOptions {
  /** Largest change of any value between two rounds; default 1e-14. */
  readonly tolerance?: number;
  /** Default 100,000. */
  readonly maxIterations?: number;
}

export interface IterationReport {
  readonly iterations: number;
  /** False when the limit was reached first: the values are then approximate. */
  readonly converged: boolean;
}

/** The options with defaults in place, or an error that names the bad one. */
export function readIterationOptions(options: IterationOptions): Required<IterationOptions> {
  const { tolerance = 1e-14, maxIterations = 100_000 } = options;
  if (!(tolerance > 0)) throw new AnalysisInputError('tolerance', 'must be above 0');
  if (!Number.isSafeInteger(maxIterations) || maxIterations < 1) {
    throw new AnalysisInputError('maxIterations', 'must be an integer of at least 1');
  }
  return { tolerance, maxIterations };
}

/** Repeats `step(from, to)` until no value changes by more than the tolerance; `from` holds the last values. */
export function iterate(
  start: Float64Array,
  options: Required<IterationOptions>,
  step: (from: Float64Array, to: Float64Array) => void,
): { values: Float64Array } & IterationReport {
  let from = start.slice();
  let to = new Float64Array(start.length);
  for (let iterations = 1; iterations <= options.maxIterations; iterations++) {
    step(from, to);
    let change = 0;
    for (let i = 0; i < to.length; i++) change = Math.max(change, Math.abs(to[i]! - from[i]!));
    [from, to] = [to, from];
    if (change <= options.tolerance) return { values: from, iterations, converged: true };
  }
  return { values: from, iterations: options.maxIterations, converged: false };
}
