/** Ties in compressed rows, without weights; the form in which they are shared between threads. */
export interface TieRows {
  readonly start: Uint32Array;
  readonly node: Uint32Array;
}

/**
 * Adds up, for sources first <= s < last, the share of shortest paths from s to every other node that
 * pass through each node.
 *
 * Both sweeps *gather* where textbook code scatters: a node sums over its neighbours, and neighbours
 * on the wrong level hold a zero. That needs no test of levels in the inner loop.
 * @param out  Rows by sender. @param received  Rows by receiver.
 * @returns One sum a node.
 * @complexity O((last - first) (n + ties))
 * @source Brandes 2001, Journal of Mathematical Sociology 25(2):163; Beamer et al. 2012, SC12 (bottom-up levels).
 */
export function pathsThrough(
  out: TieRows,
  received: TieRows,
  first: number,
  last: number,
): Float64Array {
  const n = out.start.length - 1;
  const sums = new Float64Array(n);
  const search = new LevelSearch(out, received);
  const share = new Float64Array(n);
  const onward = new Float64Array(n);
  for (let source = first; source < last; source++) {
    search.run(source);
    addDependencies(search, out, sums, share, onward);
  }
  return sums;
}

/** Breadth-first search that counts shortest paths; its arrays are reused from source to source. */
class LevelSearch {
  /** Nodes in the order of discovery. */
  readonly order: Uint32Array;
  /** Where each level begins in `order`; one entry more than there are levels. */
  readonly levelStart: Uint32Array;
  levels = 0;
  /** Shortest paths from the source to each node; 0 where none. */
  readonly paths: Float64Array;
  private readonly unseen: Uint32Array;
  private unseenCount = 0;
  private readonly out: TieRows;
  private readonly received: TieRows;
  private readonly n: number;
  private readonly pending: Float64Array;

  constructor(out: TieRows, received: TieRows) {
    this.out = out;
    this.received = received;
    this.n = out.start.length - 1;
    this.order = new Uint32Array(this.n);
    this.unseen = new Uint32Array(this.n);
    this.levelStart = new Uint32Array(this.n + 2);
    this.paths = new Float64Array(this.n);
    this.pending = new Float64Array(this.n);
  }

  run(source: number): void {
    this.paths.fill(0);
    this.paths[source] = 1;
    this.order[0] = source;
    this.levelStart[0] = 0;
    this.levelStart[1] = 1;
    this.levels = 1;
    this.unseenCount = -1;
    let found = 1;
    let frontierTies = this.out.start[source + 1]! - this.out.start[source]!;
    while (frontierTies > 0) {
      const before = found;
      found = this.worthGathering(frontierTies, found) ? this.gather(found) : this.scatter(found);
      if (found === before) break;
      this.levels += 1;
      this.levelStart[this.levels] = found;
      frontierTies = this.tiesOf(before, found);
    }
  }

  /** Looking at every unseen node pays once the frontier holds a fair share of all ties. */
  private worthGathering(frontierTies: number, found: number): boolean {
    const unseenTies = (this.out.node.length * (this.n - found)) / this.n;
    return frontierTies * 3 > unseenTies;
  }

  private tiesOf(from: number, to: number): number {
    let ties = 0;
    for (let k = from; k < to; k++) {
      const v = this.order[k]!;
      ties += this.out.start[v + 1]! - this.out.start[v]!;
    }
    return ties;
  }

  /** The next level from its senders. */
  private scatter(found: number): number {
    const { order, paths } = this;
    const pending = this.pending;
    const { start, node } = this.out;
    const from = this.levelStart[this.levels - 1]!;
    let next = found;
    for (let k = from; k < found; k++) {
      const v = order[k]!;
      const pathsTo = paths[v]!;
      const end = start[v + 1]!;
      for (let e = start[v]!; e < end; e++) {
        const w = node[e]!;
        if (paths[w] !== 0) continue;
        if (pending[w] === 0) order[next++] = w;
        pending[w]! += pathsTo;
      }
    }
    for (let k = found; k < next; k++) {
      const w = order[k]!;
      paths[w] = pending[w]!;
      pending[w] = 0;
    }
    this.unseenCount = -1;
    return next;
  }

  /** The next level from its receivers: unseen nodes with a path over someone already seen. */
  private gather(found: number): number {
    const { order, paths, unseen } = this;
    const pending = this.pending;
    const { start, node } = this.received;
    if (this.unseenCount < 0) this.listUnseen();
    let next = found;
    let kept = 0;
    for (let k = 0; k < this.unseenCount; k++) {
      const w = unseen[k]!;
      const sum = gatherSum(node, paths, start[w]!, start[w + 1]!);
      if (sum === 0) {
        unseen[kept++] = w;
      } else {
        order[next++] = w;
        pending[w] = sum;
      }
    }
    this.unseenCount = kept;
    for (let k = found; k < next; k++) {
      const w = order[k]!;
      paths[w] = pending[w]!;
      pending[w] = 0;
    }
    return next;
  }

  private listUnseen(): void {
    let count = 0;
    for (let v = 0; v < this.n; v++) if (this.paths[v] === 0) this.unseen[count++] = v;
    this.unseenCount = count;
  }
}

/**
 * Backward over the levels: each node's share of the paths that go on from it.
 * @param share  All zero before and after: (1 + dependency) / paths of nodes on the levels behind.
 * @param onward  Room for one level; read only after the whole level is written.
 */
function addDependencies(
  search: LevelSearch,
  out: TieRows,
  sums: Float64Array,
  share: Float64Array,
  onward: Float64Array,
): void {
  const { order, levelStart, levels, paths } = search;
  const { start, node } = out;
  const found = levelStart[levels]!;
  for (let k = levelStart[levels - 1]!; k < found; k++) share[order[k]!] = 1 / paths[order[k]!]!;
  for (let level = levels - 2; level > 0; level--) {
    const from = levelStart[level]!;
    const to = levelStart[level + 1]!;
    for (let k = from; k < to; k++) {
      const v = order[k]!;
      onward[k] = gatherSum(node, share, start[v]!, start[v + 1]!);
    }
    for (let k = from; k < to; k++) {
      const v = order[k]!;
      const dependency = paths[v]! * onward[k]!;
      sums[v]! += dependency;
      share[v] = (1 + dependency) / paths[v]!;
    }
  }
  for (let k = 0; k < found; k++) share[order[k]!] = 0;
}

function gatherSum(node: Uint32Array, value: Float64Array, from: number, to: number): number {
  let even = 0;
  let odd = 0;
  let e = from;
  for (; e + 1 < to; e += 2) {
    even += value[node[e]!]!;
    odd += value[node[e + 1]!]!;
  }
  return e < to ? even + odd + value[node[e]!]! : even + odd;
}
