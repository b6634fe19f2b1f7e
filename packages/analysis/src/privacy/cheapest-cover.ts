import type { HiddenArc } from './hidden-cells.ts';

/**
 * A choice of additional cells that protects every primary cell: for one after the other the
 * cheapest closed path through it, cells that are hidden already being free; then whatever turns
 * out not to be needed is shown again, largest first.
 */
export function cheapestCover(
  nodes: number,
  primary: readonly HiddenArc[],
  candidates: readonly HiddenArc[],
  protection: number,
  floor: number,
  holds: (extra: readonly HiddenArc[]) => boolean,
): HiddenArc[] {
  let extra: HiddenArc[] = [];
  const everything = candidates.reduce((sum, { value }) => sum + value, 1);
  for (const target of [...primary].sort((a, b) => a.value - b.value)) {
    const hidden = new Set([...primary, ...extra]);
    const cost = (arc: HiddenArc) => (hidden.has(arc) ? 0 : everything + arc.value);
    const usable = [...primary, ...candidates].filter((arc) => arc !== target);
    const path = (source: number, sink: number) =>
      cheapestPath(nodes, usable, cost, floor + protection, source, sink);
    const rising = path(target.to, target.from);
    const falling = target.value - floor >= protection ? path(target.from, target.to) : null;
    const best = [rising, falling]
      .filter((found) => found !== null)
      .sort((a, b) => a.cost - b.cost)[0];
    if (best) extra = [...new Set([...extra, ...best.arcs.filter((arc) => !hidden.has(arc))])];
  }
  if (!holds(extra)) extra = [...candidates];
  for (const arc of [...extra].sort((a, b) => b.value - a.value)) {
    const fewer = extra.filter((kept) => kept !== arc);
    if (holds(fewer)) extra = fewer;
  }
  return extra;
}

/** Bellman and Ford; an arc may be walked backwards when its count can fall far enough. */
function cheapestPath(
  nodes: number,
  arcs: readonly HiddenArc[],
  cost: (arc: HiddenArc) => number,
  leastToFall: number,
  source: number,
  sink: number,
): { cost: number; arcs: HiddenArc[] } | null {
  const distance = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const arrived = new Array<{ arc: HiddenArc; from: number } | undefined>(nodes);
  distance[source] = 0;
  const relax = (arc: HiddenArc, from: number, to: number) => {
    const length = distance[from]! + cost(arc);
    if (length >= distance[to]!) return false;
    distance[to] = length;
    arrived[to] = { arc, from };
    return true;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const arc of arcs) {
      if (relax(arc, arc.from, arc.to)) changed = true;
      if (arc.value >= leastToFall && relax(arc, arc.to, arc.from)) changed = true;
    }
  }
  if (distance[sink] === Number.POSITIVE_INFINITY) return null;
  const walked: HiddenArc[] = [];
  for (let at = sink; at !== source; ) {
    const step = arrived[at]!;
    walked.push(step.arc);
    at = step.from;
  }
  return { cost: distance[sink]!, arcs: walked };
}
