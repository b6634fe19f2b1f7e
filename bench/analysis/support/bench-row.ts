/** One line of the table: seconds of ours, seconds of the reference program, and ours / reference. */
export interface BenchRow {
  readonly name: string;
  /** Median seconds. */
  readonly ours: number;
  /** Median seconds of the reference in this same run; null when it is not installed here. */
  readonly reference: number | null;
  /** ours / reference, null without a reference. */
  readonly ratio: number | null;
  /** The target, the memory, or why there is no reference. */
  readonly note: string;
}

/** A row with its ratio. */
export function benchRow(
  name: string,
  ours: number,
  reference: number | null,
  note: string,
): BenchRow {
  return { name, ours, reference, ratio: reference === null ? null : ours / reference, note };
}

/** Median seconds of `repeats` calls after one that warms up. */
export async function medianSeconds(
  work: () => unknown | Promise<unknown>,
  repeats = 5,
): Promise<number> {
  await work();
  const seconds: number[] = [];
  for (let call = 0; call < repeats; call++) {
    const started = performance.now();
    await work();
    seconds.push((performance.now() - started) / 1000);
  }
  return seconds.sort((a, b) => a - b)[Math.floor(repeats / 2)]!;
}
