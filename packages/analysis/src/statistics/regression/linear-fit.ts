import { DoubleDouble, exactDot } from '../linear/exact-dot.ts';
import type { Orthogonal } from '../linear/orthogonalize.ts';
import { invertUpper, orthogonalize, solveUpper } from '../linear/orthogonalize.ts';
import type { Design } from './design.ts';

/** The algebra of a least squares fit, from which errors of every kind are computed. */
export type LinearFit = {
  readonly design: Design;
  /** Names of the coefficients that can be estimated. */
  readonly names: readonly string[];
  /** Names of predictors that those before them determine; left out of the fit. */
  readonly aliased: readonly string[];
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly fitted: Float64Array;
  /** Weight of each row in its own fitted value, for one copy of it. */
  readonly leverage: Float64Array;
  /** Rows of Q are scaled by the square root of the copies. */
  readonly decomposition: Orthogonal;
  /** Inverse of R by rows: (X'X)^-1 is the product of this with its transpose. */
  readonly inverseR: readonly Float64Array[];
  readonly residualSumOfSquares: number;
  readonly degreesOfFreedom: number;
};

/** Fits by QR, then refines the coefficients on residuals computed with twice the digits. */
export function fitLinear(design: Design): LinearFit {
  const roots = design.copies.map(Math.sqrt);
  const scale = (column: Float64Array) => column.map((value, i) => value * roots[i]!);
  const decomposition = orthogonalize(design.columns.map(scale));
  const { q, r, kept } = decomposition;
  const columns = kept.map((index) => design.columns[index]!);
  const project = (values: Float64Array) => {
    const scaled = scale(values);
    return solveUpper(
      r,
      q.map((direction) => exactDot(direction, scaled)),
    );
  };
  const coefficients = project(design.outcome);
  let residuals = exactResiduals(design.outcome, columns, coefficients);
  for (let step = 0; step < 2; step += 1) {
    const correction = project(residuals);
    for (let j = 0; j < coefficients.length; j += 1) coefficients[j]! += correction[j]!;
    residuals = exactResiduals(design.outcome, columns, coefficients);
  }
  return {
    design,
    names: kept.map((index) => design.names[index]!),
    aliased: design.names.filter((_, index) => !kept.includes(index)),
    coefficients,
    residuals,
    fitted: residuals.map((residual, i) => design.outcome[i]! - residual),
    leverage: leverages(q, design.copies),
    decomposition,
    inverseR: invertUpper(r),
    residualSumOfSquares: exactDot(scale(residuals), scale(residuals)),
    degreesOfFreedom: design.observations - kept.length,
  };
}

function exactResiduals(
  outcome: Float64Array,
  columns: readonly Float64Array[],
  coefficients: Float64Array,
): Float64Array {
  return outcome.map((value, i) => {
    const sum = new DoubleDouble();
    sum.add(value);
    for (const [j, column] of columns.entries()) sum.addProduct(-column[i]!, coefficients[j]!);
    return sum.value;
  });
}

function leverages(q: readonly Float64Array[], copies: Float64Array): Float64Array {
  return copies.map((count, i) => {
    if (count === 0) return 0;
    let sum = 0;
    for (const direction of q) sum += direction[i]! ** 2;
    return sum / count;
  });
}
