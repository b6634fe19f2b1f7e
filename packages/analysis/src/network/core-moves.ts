import type { Adjacency } from './adjacency.ts';
import type { BestCores, CoreScore } from './core-ideal.ts';

/**
 * Searches for the best core: from cores of the most tied people of every size, and from random ones in networks of up to 500,
 * the move of one node in or out (or the exchange of two) that helps most, until none does.
 */
export function bestCoresByMoves(
  rows: Adjacency,
  n: number,
  score: CoreScore,
  starts: number,
  random: () => number,
): BestCores {
  const degree = (i: number) => rows.start[i + 1]! - rows.start[i]!;
  const byDegree = Array.from({ length: n }, (_, i) => i).sort((a, b) => degree(b) - degree(a));
  const found = bestSizes(rows, n, byDegree, score)
    .slice(0, starts)
    .map((size) => new CoreSearch(rows, n, byDegree.slice(0, size)));
  for (let start = 0; start < starts && n <= randomLimit; start++) {
    const share = random();
    const core = byDegree.filter(() => random() < share);
    found.push(new CoreSearch(rows, n, core));
  }
  let best = undefinedScore;
  let cores = new Map<string, number[]>();
  for (const search of found) {
    const reached = search.climb(score);
    if (reached === undefinedScore || !(reached > best - 1e-12)) continue;
    if (reached > best + 1e-12) cores = new Map();
    best = Math.max(best, reached);
    const core = search.members();
    cores.set(core.join(), core);
  }
  return { correlation: best, cores: [...cores.values()] };
}

/** Sizes of the core of the most tied people, the best score first. */
function bestSizes(
  rows: Adjacency,
  n: number,
  byDegree: readonly number[],
  score: CoreScore,
): number[] {
  const growing = new CoreSearch(rows, n, []);
  const scores = byDegree.slice(0, -1).map((node, k) => {
    growing.flip(node);
    return { size: k + 1, value: orLowest(growing.score(score)) };
  });
  return scores.sort((a, b) => b.value - a.value).map(({ size }) => size);
}

interface Move {
  readonly value: number;
  readonly nodes: readonly number[];
}

/** Above this many nodes a random core takes too many moves to be worth a start. */
const randomLimit = 500;

/** How many of each side an exchange considers. */
const candidates = 40;

/** Stands below every correlation, for cores that have none. */
const undefinedScore = -2;

const orLowest = (value: number): number => (Number.isNaN(value) ? undefinedScore : value);

class CoreSearch {
  private readonly rows: Adjacency;
  private readonly n: number;
  private readonly inCore: Uint8Array;
  /** Ties of each node to the core. */
  private readonly toCore: Float64Array;
  private size = 0;
  private tiesInCore = 0;
  private tiesInPeriphery: number;

  constructor(rows: Adjacency, n: number, core: readonly number[]) {
    this.rows = rows;
    this.n = n;
    this.inCore = new Uint8Array(n);
    this.toCore = new Float64Array(n);
    this.tiesInPeriphery = rows.node.length / 2;
    for (const node of core) this.flip(node);
  }

  score(score: CoreScore): number {
    return this.scoreOf(score, this.size, this.tiesInCore, this.tiesInPeriphery);
  }

  members(): number[] {
    return Array.from({ length: this.n }, (_, i) => i).filter((i) => this.inCore[i] === 1);
  }

  climb(score: CoreScore): number {
    let current = orLowest(this.score(score));
    for (;;) {
      const move = this.bestMove(score);
      if (!(move.value > current + 1e-12)) return current;
      for (const node of move.nodes) this.flip(node);
      current = move.value;
    }
  }

  /** A change of one node when one helps; else the best exchange among the most promising of both sides. */
  private bestMove(score: CoreScore): Move {
    const values = Float64Array.from({ length: this.n }, (_, a) => this.afterOne(score, a));
    let top = 0;
    for (let a = 1; a < this.n; a++) if (values[a]! > values[top]!) top = a;
    let best: Move = { value: values[top]!, nodes: [top] };
    if (best.value > orLowest(this.score(score)) + 1e-12) return best;
    const singles = Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
    const side = (inside: number) =>
      singles.filter((node) => this.inCore[node] === inside).slice(0, candidates);
    for (const leaving of side(1)) {
      for (const joining of side(0)) {
        const value = this.afterExchange(score, leaving, joining);
        if (value > best.value) best = { value, nodes: [leaving, joining] };
      }
    }
    return best;
  }

  private afterOne(score: CoreScore, a: number): number {
    const [withCore, degree] = [this.toCore[a]!, this.degree(a)];
    const sign = this.inCore[a] === 1 ? -1 : 1;
    const inCore = this.tiesInCore + sign * withCore;
    const inPeriphery = this.tiesInPeriphery - sign * (degree - withCore);
    return orLowest(this.scoreOf(score, this.size + sign, inCore, inPeriphery));
  }

  /** The score if `leaving` went to the periphery and `joining` to the core. */
  private afterExchange(score: CoreScore, leaving: number, joining: number): number {
    const tied = this.tied(leaving, joining) ? 1 : 0;
    const inCore = this.tiesInCore - this.toCore[leaving]! + this.toCore[joining]! - tied;
    const toPeriphery = (node: number) => this.degree(node) - this.toCore[node]!;
    const inPeriphery = this.tiesInPeriphery + toPeriphery(leaving) - toPeriphery(joining) - tied;
    return this.scoreOf(score, this.size, inCore, inPeriphery);
  }

  private scoreOf(score: CoreScore, size: number, inCore: number, inPeriphery: number): number {
    if (size < 1 || size >= this.n) return Number.NaN;
    return score(size, inCore, inPeriphery);
  }

  flip(node: number): void {
    const leaves = this.inCore[node] === 1;
    const withCore = this.toCore[node]!;
    const withPeriphery = this.degree(node) - withCore;
    this.size += leaves ? -1 : 1;
    this.tiesInCore += leaves ? -withCore : withCore;
    this.tiesInPeriphery += leaves ? withPeriphery : -withPeriphery;
    this.inCore[node] = leaves ? 0 : 1;
    const { start, node: neighbours } = this.rows;
    for (let e = start[node]!; e < start[node + 1]!; e++) {
      this.toCore[neighbours[e]!]! += leaves ? -1 : 1;
    }
  }

  private degree(node: number): number {
    return this.rows.start[node + 1]! - this.rows.start[node]!;
  }

  private tied(a: number, b: number): boolean {
    return this.rows.node.subarray(this.rows.start[a]!, this.rows.start[a + 1]!).includes(b);
  }
}
