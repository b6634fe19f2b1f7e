/**
 * The attacker of the privacy tests: least value of `cost x` with `matrix x = right`, x >= 0, by a
 * two-phase simplex method with Bland's rule. Shares no code with what it attacks.
 * @returns The least value, -Infinity when there is none, NaN when nothing fits.
 */
export function leastValue(matrix: number[][], right: number[], cost: number[]): number {
  const [m, n] = [matrix.length, cost.length];
  const rows = matrix.map((row, i) => {
    const sign = right[i]! < 0 ? -1 : 1;
    const artificial = Array.from({ length: m }, (_, k) => (k === i ? 1 : 0));
    return [...row.map((value) => value * sign), ...artificial, right[i]! * sign];
  });
  const basis = rows.map((_, i) => n + i);
  const first = pivotToOptimum(rows, basis, [...Array(n).fill(0), ...Array(m).fill(1)], n + m);
  if (first > 1e-7) return Number.NaN;
  for (let i = 0; i < m; i++) {
    if (basis[i]! < n) continue;
    const enter = rows[i]!.findIndex((value, j) => j < n && Math.abs(value) > 1e-9);
    if (enter >= 0) pivot(rows, basis, i, enter);
  }
  return pivotToOptimum(rows, basis, [...cost, ...Array(m).fill(0)], n);
}

function pivotToOptimum(rows: number[][], basis: number[], cost: number[], usable: number) {
  for (let step = 0; step < 10_000; step++) {
    const reduced = (j: number) =>
      cost[j]! - rows.reduce((sum, row, i) => sum + cost[basis[i]!]! * row[j]!, 0);
    const enter = Array.from({ length: usable }, (_, j) => j).find((j) => reduced(j) < -1e-9);
    if (enter === undefined)
      return rows.reduce((s, row, i) => s + cost[basis[i]!]! * row.at(-1)!, 0);
    let leave = -1;
    let least = Number.POSITIVE_INFINITY;
    rows.forEach((row, i) => {
      if (row[enter]! <= 1e-9) return;
      const ratio = row.at(-1)! / row[enter]!;
      const tie = Math.abs(ratio - least) <= 1e-12;
      if (ratio < least - 1e-12 || (tie && basis[i]! < basis[leave]!)) [leave, least] = [i, ratio];
    });
    if (leave < 0) return Number.NEGATIVE_INFINITY;
    pivot(rows, basis, leave, enter);
  }
  throw new Error('the simplex method did not end');
}

function pivot(rows: number[][], basis: number[], leave: number, enter: number): void {
  const divisor = rows[leave]![enter]!;
  rows[leave] = rows[leave]!.map((value) => value / divisor);
  rows.forEach((row, i) => {
    if (i === leave || row[enter] === 0) return;
    const factor = row[enter]!;
    rows[i] = row.map((value, j) => value - factor * rows[leave]![j]!);
  });
  basis[leave] = enter;
}

/**
 * What a linear programme tells about each hidden cell of a table that is shown with totals.
 * @param shown  Totals last; null is hidden.
 * @param floor  What the attacker knows of every hidden cell.
 */
export function linearBounds(shown: readonly (readonly (number | null)[])[], floor = 0) {
  const cells = shown.flatMap((row, r) => row.flatMap((v, c) => (v === null ? [[r, c]] : [])));
  const [height, width] = [shown.length, shown[0]!.length];
  const lines = [
    ...shown.map((_, r) => Array.from({ length: width }, (_, c) => [r, c])),
    ...shown[0]!.map((_, c) => Array.from({ length: height }, (_, r) => [r, c])),
  ];
  const matrix: number[][] = [];
  const right: number[] = [];
  for (const line of lines) {
    const sign = (at: number) => (at === line.length - 1 ? -1 : 1);
    const row = cells.map((cell) => {
      const at = line.findIndex(([r, c]) => r === cell[0] && c === cell[1]);
      return at < 0 ? 0 : sign(at);
    });
    const rest = line.reduce((sum, [r, c], at) => sum - sign(at) * (shown[r!]![c!] ?? floor), 0);
    matrix.push(row);
    right.push(rest);
  }
  return cells.map((cell, q) => {
    const cost = cells.map((_, at) => (at === q ? 1 : 0));
    const opposite = cost.map((value) => -value);
    const lower = floor + leastValue(matrix, right, cost);
    return { cell, lower, upper: floor - leastValue(matrix, right, opposite) };
  });
}
