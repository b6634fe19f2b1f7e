/** The only source of time in the product, so that tests and the demo can set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

export type SettableClock = Clock & {
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
};

/** A clock that stands still until it is moved. */
export function settableClock(start: Date | string): SettableClock {
  let current = new Date(start).getTime();
  return {
    now: () => new Date(current),
    set: (instant) => {
      current = new Date(instant).getTime();
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}
