import type { Adjacency } from './adjacency.ts';
import type { BestCores, CoreScore } from './core-ideal.ts';

/** Compares every core of 1 to n - 1 nodes, in an order in which each differs from the last by one node. */
export function bestCoresOfAll(rows: Adjacency, n: number, score: CoreScore): BestCores {
  const neighbours = Uint32Array.from({ length: n }, (_, i) => {
    const row = rows.node.subarray(rows.start[i]!, rows.start[i + 1]!);
    return row.reduce((mask, j) => mask | (1 << j), 0);
  });
  const everyone = 2 ** n - 1;
  let core = 0;
  let size = 0;
  let inCore = 0;
  let inPeriphery = rows.node.length / 2;
  let best = -2;
  let masks: number[] = [];
  for (let step = 1; step <= everyone; step++) {
    const node = 31 - Math.clz32(step & -step);
    const bit = 1 << node;
    const joins = (core & bit) === 0;
    const withCore = countBits(neighbours[node]! & core);
    const withPeriphery = countBits(neighbours[node]! & ~core & everyone);
    core ^= bit;
    size += joins ? 1 : -1;
    inCore += joins ? withCore : -withCore;
    inPeriphery += joins ? -withPeriphery : withPeriphery;
    if (size === 0 || size === n) continue;
    const correlation = score(size, inCore, inPeriphery);
    if (!(correlation > best - 1e-12)) continue;
    if (correlation > best + 1e-12) masks = [];
    best = Math.max(best, correlation);
    masks.push(core);
  }
  masks.sort((a, b) => a - b);
  const listed = masks.map((mask) =>
    Array.from({ length: n }, (_, i) => i).filter((i) => (mask >> i) & 1),
  );
  return { correlation: best, cores: listed };
}

function countBits(mask: number): number {
  const pairs = mask - ((mask >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
