export interface SeatPlace {
  x: number;
  y: number;
}

export interface GroupArc {
  /** Index of the group, in order around the table. */
  group: number;
  from: number;
  to: number;
}

export interface TableLayout {
  seatRadius: number;
  tableRadius: number;
  seats: SeatPlace[];
  arcs: GroupArc[];
}

const groupGap = 0.5;
/** How far the ring of a seat that has spoken reaches, in radii of the seat. */
export const ringReach = 1.2;

/**
 * Places seats around a circle in a square of side `side`, group by group with a gap between groups.
 * @param counts  Seats per group, in order; the result lists seats in the same order.
 * @param largest  Largest radius of a seat; many seats get smaller ones so that they never touch.
 */
export function layOutTable(counts: readonly number[], side: number, largest: number): TableLayout {
  const groups = counts.filter((count) => count > 0).length;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const gap = groups > 1 ? groupGap : 0;
  const slot = (2 * Math.PI) / Math.max(1, total + gap * groups);
  const room = side / 2 - side * 0.01;
  // Neighbours stand a slot apart: their rings fit into it, and into the square.
  const share = (2 * Math.sin(Math.min(slot, 2.2) / 2)) / (2 * ringReach + 0.06);
  const seatRadius = Math.min(largest, (room * share) / (1 + ringReach * share));
  const ring = room - seatRadius * ringReach;
  const seats: SeatPlace[] = [];
  const arcs: GroupArc[] = [];
  let angle = -Math.PI / 2 + (gap * slot) / 2;
  for (const [group, count] of counts.entries()) {
    if (count === 0) continue;
    arcs.push({ group, from: angle, to: angle + count * slot });
    for (let at = 0; at < count; at += 1) {
      const middle = angle + (at + 0.5) * slot;
      seats.push({
        x: side / 2 + ring * Math.cos(middle),
        y: side / 2 + ring * Math.sin(middle),
      });
    }
    angle += (count + gap) * slot;
  }
  return { seatRadius, tableRadius: ring - seatRadius * 1.4, seats, arcs };
}
