/** What is counted, how many of it may arrive under one key, and in how long a stretch of time. */
export interface Limit {
  of: string;
  most: number;
  minutes: number;
}

/** Counts one more. Null lets it go on; otherwise it is too much until that moment. */
export type Counts = (limit: Limit, key: string, at: Date) => Promise<Date | null>;

/** Counts what arrives under a key, and says when it is too much for a while. */
export interface Throttle {
  /** @returns whether it may go on. */
  admit(key: string, at: Date): Promise<boolean>;
  /** @returns from when on it may be tried again; null if it may go on now. */
  refusedUntil(key: string, at: Date): Promise<Date | null>;
}

/**
 * At most so many under one key in a stretch that begins with the first of them. The stretch ends by
 * itself, and trying does not make it longer: nobody is locked out for good.
 */
export function createThrottle(counts: Counts, limit: Limit): Throttle {
  const refusedUntil = (key: string, at: Date) => counts(limit, key, at);
  return { refusedUntil, admit: async (key, at) => (await refusedUntil(key, at)) === null };
}
