/** Counts what arrives under a key, and says when it is too much for a while. */
export interface Throttle {
  /** Counts one more, unless there were too many already. @returns whether it may go on. */
  admit(key: string, at: Date): boolean;
}

/**
 * At most so many under one key in any stretch of so many minutes. Kept in memory and forgotten
 * after that time, so that no address is ever written down; each process counts for itself.
 */
export function createThrottle({ most, minutes }: { most: number; minutes: number }): Throttle {
  const stretch = minutes * 60_000;
  const arrivals = new Map<string, number[]>();
  let sweptAt = 0;

  const sweep = (now: number) => {
    if (now - sweptAt < stretch) return;
    sweptAt = now;
    for (const [key, times] of arrivals) {
      if ((times.at(-1) ?? 0) <= now - stretch) arrivals.delete(key);
    }
  };

  return {
    admit(key, at) {
      const now = at.getTime();
      sweep(now);
      const recent = (arrivals.get(key) ?? []).filter((time) => time > now - stretch);
      const admitted = recent.length < most;
      if (admitted) recent.push(now);
      arrivals.set(key, recent);
      return admitted;
    },
  };
}
