export interface Point {
  /** 0 (left) to 1 (right). */
  readonly x: number;
  /** 0 (top) to 1 (bottom); the unit is that of x. */
  readonly y: number;
}

/** A part of a map: nodes, and their x and y one after the other in steps. */
export interface MapPart {
  readonly nodes: readonly number[];
  readonly points: Float64Array;
}

/** Space around each part, in steps. */
const margin = 0.5;

/** Lays parts in rows, in the order given, and scales the whole to the unit square. */
export function packComponents(parts: readonly MapPart[], n: number): Point[] {
  const boxes = parts.map((part) => ({ part, ...boundsOf(part) }));
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
  const widest = boxes.reduce((most, { width }) => Math.max(most, width), 0);
  const rowWidth = Math.max(widest, Math.sqrt(area) * 1.2);
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  let [left, top, rowHeight, mapWidth] = [0, 0, 0, 0];
  for (const { part, minX, minY, width, height } of boxes) {
    if (left > 0 && left + width > rowWidth) [left, top, rowHeight] = [0, top + rowHeight, 0];
    part.nodes.forEach((node, k) => {
      x[node] = left + margin + part.points[2 * k]! - minX;
      y[node] = top + margin + part.points[2 * k + 1]! - minY;
    });
    left += width;
    mapWidth = Math.max(mapWidth, left);
    rowHeight = Math.max(rowHeight, height);
  }
  const scale = Math.max(mapWidth, top + rowHeight);
  return Array.from(x, (value, i) => ({ x: value / scale, y: y[i]! / scale }));
}

function boundsOf({ points }: MapPart) {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k < points.length; k += 2) {
    minX = Math.min(minX, points[k]!);
    maxX = Math.max(maxX, points[k]!);
    minY = Math.min(minY, points[k + 1]!);
    maxY = Math.max(maxY, points[k + 1]!);
  }
  return { minX, minY, width: maxX - minX + 2 * margin, height: maxY - minY + 2 * margin };
}
