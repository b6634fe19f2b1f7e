import type { TieRows } from './betweenness-kernel.ts';

/** Steps from one node to every other along the rows, found level by level; -1 where there is no way. */
export class DistanceSearch {
  readonly distance: Int32Array;
  /** The nodes reached, nearest first, the source itself at 0; `reached` of them. */
  readonly order: Uint32Array;
  reached = 0;
  private readonly rows: TieRows;

  constructor(rows: TieRows) {
    this.rows = rows;
    this.distance = new Int32Array(rows.start.length - 1).fill(-1);
    this.order = new Uint32Array(rows.start.length - 1);
  }

  /** @complexity O(nodes + ties reached) */
  run(source: number): void {
    const { distance, order } = this;
    const { start, node } = this.rows;
    for (let k = 0; k < this.reached; k++) distance[order[k]!] = -1;
    distance[source] = 0;
    order[0] = source;
    let found = 1;
    for (let k = 0; k < found; k++) {
      const v = order[k]!;
      const further = distance[v]! + 1;
      for (let e = start[v]!; e < start[v + 1]!; e++) {
        const w = node[e]!;
        if (distance[w]! >= 0) continue;
        distance[w] = further;
        order[found++] = w;
      }
    }
    this.reached = found;
  }

  /** Sum of the distances found. */
  total(): number {
    let sum = 0;
    for (let k = 0; k < this.reached; k++) sum += this.distance[this.order[k]!]!;
    return sum;
  }
}
