/** How long work is watched and stopped. */
export interface Watch {
  /**
   * Threads to use, at most one for each slice. Default: one for each processor, or none beside the
   * caller's own when the work takes less time than starting threads.
   */
  readonly threads?: number;
  /** Aborting stops every thread; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each finished slice. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Items first <= i < last. */
export interface Slice {
  readonly first: number;
  readonly last: number;
}

/**
 * The bounds of `slices` runs of almost equal length over `total` items. Work is cut the same way on
 * every machine, so that sums and random numbers do not depend on the number of threads.
 */
export function sliceBounds(total: number, slices: number): Slice[] {
  const count = Math.max(1, Math.min(slices, total));
  return Array.from({ length: count }, (_, i) => ({
    first: Math.floor((total * i) / count),
    last: Math.floor((total * (i + 1)) / count),
  }));
}
