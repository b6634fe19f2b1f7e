/** How long work is watched and stopped. */
export type LongWork = {
  /** Called now and then with the share done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Aborting makes the work throw the signal's reason. */
  readonly signal?: AbortSignal;
};

/** Runs a step many times, looking at the signal and reporting about a hundred times in all. */
export function repeat(times: number, step: (index: number) => void, work: LongWork = {}): void {
  const stride = Math.max(1, Math.floor(times / 100));
  for (let index = 0; index < times; index += 1) {
    if (index % stride === 0) {
      work.signal?.throwIfAborted();
      work.onProgress?.(index / times);
    }
    step(index);
  }
  work.onProgress?.(1);
}
