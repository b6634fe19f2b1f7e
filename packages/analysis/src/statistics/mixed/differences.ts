import { squareMatrix } from '../regression/covariance.ts';

/** A point moved along some of its coordinates. */
export function moved(at: readonly number[], by: readonly (readonly [number, number])[]): number[] {
  const next = [...at];
  for (const [index, step] of by) next[index]! += step;
  return next;
}

/** First derivatives by central differences. */
export function gradient(
  f: (x: readonly number[]) => number,
  at: readonly number[],
  steps: readonly number[],
): Float64Array {
  return Float64Array.from(at, (_, i) => {
    const h = steps[i]!;
    return (f(moved(at, [[i, h]])) - f(moved(at, [[i, -h]]))) / (2 * h);
  });
}

/** Second derivatives by central differences. */
export function hessian(
  f: (x: readonly number[]) => number,
  at: readonly number[],
  steps: readonly number[],
): Float64Array[] {
  const matrix = squareMatrix(at.length);
  const centre = f(at);
  for (let i = 0; i < at.length; i += 1) {
    const h = steps[i]!;
    matrix[i]![i] = (f(moved(at, [[i, h]])) - 2 * centre + f(moved(at, [[i, -h]]))) / h ** 2;
    for (let j = 0; j < i; j += 1) {
      const g = steps[j]!;
      const corner = (a: number, b: number) =>
        f(
          moved(at, [
            [i, a * h],
            [j, b * g],
          ]),
        );
      const value = (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * h * g);
      matrix[i]![j] = value;
      matrix[j]![i] = value;
    }
  }
  return matrix;
}
