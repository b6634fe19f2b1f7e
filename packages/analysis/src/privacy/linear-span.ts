/**
 * All linear combinations of some vectors, in exact whole-number arithmetic.
 * @param rows  Vectors of one length. Not mutated.
 * @returns Whether a vector of the same length is one of them.
 * @complexity O(rank length) for each new vector.
 */
export function linearSpan(rows: readonly (readonly bigint[])[]) {
  const basis: { pivot: number; row: bigint[] }[] = [];
  const reduce = (vector: readonly bigint[]) => {
    let rest = [...vector];
    for (const { pivot, row } of basis) {
      const [here, there] = [rest[pivot]!, row[pivot]!];
      if (here !== 0n) rest = rest.map((value, at) => value * there - here * row[at]!);
    }
    return rest;
  };
  for (const row of rows) {
    const rest = reduce(row);
    const pivot = rest.findIndex((value) => value !== 0n);
    if (pivot >= 0) basis.push({ pivot, row: byCommonDivisor(rest) });
  }
  return (vector: readonly bigint[]): boolean => reduce(vector).every((value) => value === 0n);
}

/** Keeps the numbers small. */
function byCommonDivisor(row: bigint[]): bigint[] {
  const divisor = row.reduce(greatestCommonDivisor, 0n);
  return divisor > 1n ? row.map((value) => value / divisor) : row;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
