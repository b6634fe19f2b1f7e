export interface Cycle {
  id: string;
  number: number;
  name: string;
  startsOn: string;
  actOn: string;
  reflectOn: string;
  endsOn: string;
  closedAt: Date | null;
}

export const phases = ['prepare', 'act', 'reflect'] as const;
export type Phase = (typeof phases)[number];

/** Where in the cycle a day lies: the index of the phase, -1 before the first, 3 after the last. */
export function phaseOn(cycle: Cycle, day: string): number {
  if (day < cycle.startsOn) return -1;
  if (day > cycle.endsOn) return phases.length;
  return [cycle.actOn, cycle.reflectOn].filter((from) => day >= from).length;
}

/** The cycle that a day belongs to: the newest under way, else the next, else the last. */
export function cycleOn(cycles: readonly Cycle[], day: string): Cycle | null {
  const ordered = [...cycles].sort((a, b) => a.number - b.number);
  return (
    ordered.findLast((one) => one.startsOn <= day && day <= one.endsOn) ??
    ordered.find((one) => one.startsOn > day) ??
    ordered.at(-1) ??
    null
  );
}
