import type { Coordinates } from './person-positions.ts';

/** A division of points into k groups and the squared distance left inside them. */
export interface Clustering {
  /** Sum of squared distances of points to their group's centre. */
  readonly inertia: number;
  /** Group of each point, 0 to k - 1. */
  readonly labels: Uint8Array;
  /** Centres; the last entries of `x` and `y` for group k - 1. */
  readonly centers: Coordinates;
}

/**
 * One start of k-means in the plane: k-means++ seeding, then Lloyd's steps until no point
 * changes its group.
 * @param points  Finite coordinates. Not mutated.
 * @param k  2 to 255, at most the number of points.
 * @param random  Uniform [0, 1). Same seed, same answer.
 * @param greedy  Whether each further centre is the best of 2 + floor(ln k) candidates, or one draw.
 * @returns The local optimum reached, or null when there are fewer than k distinct points.
 * @complexity O(n k) a step.
 * @source Lloyd 1982; Arthur & Vassilvitskii 2007 (k-means++, greedy variant).
 */
export function kMeansStart(
  points: Coordinates,
  k: number,
  random: () => number,
  greedy = true,
): Clustering | null {
  const trials = greedy ? 2 + Math.floor(Math.log(k)) : 1;
  const seeds = seedCenters(points, k, random, trials);
  return seeds && refineCenters(points, seeds);
}

/** Lloyd's steps from given centres. A group that loses all points takes the farthest point. */
export function refineCenters(points: Coordinates, start: Coordinates): Clustering {
  const centers = { x: start.x.slice(), y: start.y.slice() };
  const labels = new Uint8Array(points.x.length).fill(255);
  const sums = new Float64Array(3 * centers.x.length);
  for (let step = 0; step < 1000; step++) {
    const changed = assignNearest(points, centers, labels, sums);
    if (changed === 0) break;
    moveCenters(points, centers, labels, sums);
  }
  return { inertia: inertiaOf(points, centers, labels), labels, centers };
}

/** Gives each point the nearest centre (ties: the lower number); returns how many changed. */
function assignNearest(
  points: Coordinates,
  centers: Coordinates,
  labels: Uint8Array,
  sums: Float64Array,
): number {
  const { x, y } = points;
  const [cx, cy, k] = [centers.x, centers.y, centers.x.length];
  let changed = 0;
  sums.fill(0);
  for (let i = 0; i < x.length; i++) {
    const px = x[i]!;
    const py = y[i]!;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let c = 0; c < k; c++) {
      const dx = px - cx[c]!;
      const dy = py - cy[c]!;
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    if (labels[i] !== best) {
      labels[i] = best;
      changed += 1;
    }
    sums[3 * best]! += px;
    sums[3 * best + 1]! += py;
    sums[3 * best + 2]! += 1;
  }
  return changed;
}

function moveCenters(
  points: Coordinates,
  centers: Coordinates,
  labels: Uint8Array,
  sums: Float64Array,
): void {
  for (let c = 0; c < centers.x.length; c++) {
    const count = sums[3 * c + 2]!;
    if (count > 0) {
      centers.x[c] = sums[3 * c]! / count;
      centers.y[c] = sums[3 * c + 1]! / count;
    }
  }
  for (let c = 0; c < centers.x.length; c++) {
    if (sums[3 * c + 2]! > 0) continue;
    const lost = farthestPoint(points, centers, labels);
    centers.x[c] = points.x[lost]!;
    centers.y[c] = points.y[lost]!;
    labels[lost] = c;
  }
}

function farthestPoint(points: Coordinates, centers: Coordinates, labels: Uint8Array): number {
  let [farthest, most] = [0, -1];
  for (let i = 0; i < labels.length; i++) {
    const distance = squaredDistance(points, i, centers, labels[i]!);
    if (distance > most) [farthest, most] = [i, distance];
  }
  return farthest;
}

function inertiaOf(points: Coordinates, centers: Coordinates, labels: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < labels.length; i++) sum += squaredDistance(points, i, centers, labels[i]!);
  return sum;
}

function squaredDistance(a: Coordinates, i: number, b: Coordinates, j: number): number {
  const dx = a.x[i]! - b.x[j]!;
  const dy = a.y[i]! - b.y[j]!;
  return dx * dx + dy * dy;
}

/** k-means++ with some candidates for each further centre, of which the best is kept. */
function seedCenters(
  points: Coordinates,
  k: number,
  random: () => number,
  trials: number,
): Coordinates | null {
  const n = points.x.length;
  const centers = { x: new Float64Array(k), y: new Float64Array(k) };
  let chosen = Math.min(n - 1, Math.floor(random() * n));
  let nearest: Float64Array = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  let total = Number.POSITIVE_INFINITY;
  for (let c = 0; ; c++) {
    centers.x[c] = points.x[chosen]!;
    centers.y[c] = points.y[chosen]!;
    if (c === 0) [nearest, total] = nearestAfter(points, chosen, nearest);
    if (c === k - 1) return centers;
    if (!(total > 0)) return null;
    let best: [Float64Array, number] = [nearest, Number.POSITIVE_INFINITY];
    for (let trial = 0; trial < trials; trial++) {
      const candidate = drawByWeight(nearest, random() * total);
      const after = nearestAfter(points, candidate, nearest);
      if (after[1] < best[1]) [best, chosen] = [after, candidate];
    }
    [nearest, total] = best;
  }
}

/** Squared distances to the nearest centre if point `candidate` became one, and their sum. */
function nearestAfter(
  points: Coordinates,
  candidate: number,
  nearest: Float64Array,
): [Float64Array, number] {
  const after = new Float64Array(nearest.length);
  const { x, y } = points;
  const px = x[candidate]!;
  const py = y[candidate]!;
  let total = 0;
  for (let i = 0; i < after.length; i++) {
    const dx = x[i]! - px;
    const dy = y[i]! - py;
    const distance = dx * dx + dy * dy;
    const least = distance < nearest[i]! ? distance : nearest[i]!;
    after[i] = least;
    total += least;
  }
  return [after, total];
}

function drawByWeight(weights: Float64Array, target: number): number {
  let left = target;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i]! <= 0) continue;
    last = i;
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return last;
}
