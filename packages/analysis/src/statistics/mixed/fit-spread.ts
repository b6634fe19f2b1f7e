import { minimize, minimizeBetween } from './minimize.ts';
import { relativeFactor } from './profile.ts';

/** The relative spread with the smallest deviance; its diagonal is not below 0. */
export function fitSpread(deviance: (theta: readonly number[]) => number, size: number): number[] {
  if (size === 1) {
    // From 0 (no variation) towards 1 (nothing but variation) between groups.
    const share = minimizeBetween((x) => deviance([x / (1 - x)]), 0, 1 - 1e-6);
    const theta = share / (1 - share);
    return deviance([0]) <= deviance([theta]) + 1e-9 ? [0] : [theta];
  }
  const start = relativeIdentity(size);
  const starts = [start, start.map((value) => value * 0.2)];
  const ends = starts.map((from) => minimize(deviance, from));
  const best = ends.reduce((a, b) => (deviance(b) < deviance(a) ? b : a));
  const none = best.map(() => 0);
  return deviance(none) <= deviance(best) + 1e-9 ? none : positiveDiagonal(best, size);
}

function relativeIdentity(size: number): number[] {
  return Array.from({ length: size }, (_, i) =>
    Array.from({ length: i + 1 }, (_, j) => (i === j ? 1 : 0)),
  ).flat();
}

/** Columns of the factor may change sign without changing the model. */
function positiveDiagonal(theta: readonly number[], size: number): number[] {
  const factor = relativeFactor(theta, size);
  const signs = factor.map((row, i) => (row[i]! < 0 ? -1 : 1));
  return factor.flatMap((row, i) => Array.from(row.slice(0, i + 1), (v, j) => v * signs[j]!));
}
