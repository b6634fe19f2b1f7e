/**
 * The ties of every node in compressed rows: those of node i are at `start[i]` up to, without,
 * `start[i + 1]` in `node` and `weight`, neighbours in ascending order.
 */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly node: Uint32Array;
  readonly weight: Float64Array;
}

/**
 * Compressed rows from three parallel lists; ties between the same two nodes become one, weights added.
 * @param n  Number of nodes; every entry of `from` and `to` is below it.
 * @complexity O(n + ties) by two counting sorts.
 */
export function buildAdjacency(
  n: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
  weight: ArrayLike<number>,
): Adjacency {
  const byTarget = countingSort(n, to);
  const order = countingSort(n, from, byTarget);
  const start = new Uint32Array(n + 1);
  const node = new Uint32Array(order.length);
  const sums = new Float64Array(order.length);
  let filled = 0;
  let previous = -1;
  for (const tie of order) {
    const row = from[tie]!;
    if (row === previous && node[filled - 1] === to[tie]) {
      sums[filled - 1]! += weight[tie]!;
      continue;
    }
    node[filled] = to[tie]!;
    sums[filled++] = weight[tie]!;
    start[row + 1]! += 1;
    previous = row;
  }
  for (let i = 0; i < n; i++) start[i + 1]! += start[i]!;
  return { start, node: node.slice(0, filled), weight: sums.slice(0, filled) };
}

/** The same ties seen from the other end. */
export function transpose(n: number, rows: Adjacency): Adjacency {
  return buildAdjacency(n, rows.node, rowOfTie(n, rows), rows.weight);
}

/** For every tie the node whose row it is in. */
export function rowOfTie(n: number, rows: Adjacency): Uint32Array {
  const row = new Uint32Array(rows.node.length);
  for (let i = 0; i < n; i++) row.fill(i, rows.start[i]!, rows.start[i + 1]!);
  return row;
}

/** The place of the tie from `i` to `j` in the rows, or -1. */
export function findTie(rows: Adjacency, i: number, j: number): number {
  let low = rows.start[i]!;
  let high = rows.start[i + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = rows.node[middle]!;
    if (found === j) return middle;
    if (found < j) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function countingSort(n: number, key: ArrayLike<number>, before?: Uint32Array): Uint32Array {
  const next = new Uint32Array(n + 1);
  for (let i = 0; i < key.length; i++) next[key[i]! + 1]! += 1;
  for (let i = 0; i < n; i++) next[i + 1]! += next[i]!;
  const order = new Uint32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const item = before ? before[i]! : i;
    order[next[key[item]!]!++] = item;
  }
  return order;
}
