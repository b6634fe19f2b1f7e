import type { Coordinates } from './person-positions.ts';
import type { PrincipalAxes } from './principal-axes.ts';

/**
 * Where each statement stands: the place of a person whose only vote is to agree with it.
 * @returns One coordinate pair per statement; 0 for excluded ones.
 * @complexity O(statements).
 */
export function statementPositions({ center, loadings }: PrincipalAxes): Coordinates {
  const scale = Math.sqrt(center.length);
  const along = (axis: Float64Array) =>
    axis.map((loading, j) => scale * (1 - center[j]!) * loading);
  return { x: along(loadings[0]), y: along(loadings[1]) };
}

/**
 * How far each statement lies from the middle of the landscape.
 * @returns A length >= 0 per statement, in the unit of the positions.
 * @checked against numpy on four real conversations.
 */
export function statementExtremity(axes: PrincipalAxes): Float64Array {
  const { x, y } = statementPositions(axes);
  return x.map((along, j) => Math.hypot(along, y[j]!));
}
