import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { runSlice, type SliceTask } from './slice-task.ts';
import type { Watch } from './workload.ts';

/** What a thread sends back for one slice. */
export interface SliceReply {
  readonly slice: number;
  readonly result: Float64Array;
}

/** Below about this many additions threads take longer to start than the work itself. */
const worthThreads = 3e7;

/**
 * Runs every slice of a task in worker threads and returns their results in the order of the slices.
 * @param task  Copied to each thread; arrays on a `SharedArrayBuffer` are shared instead.
 * @param operations  About how many additions the whole takes.
 * @throws The signal's reason when aborted; the error of a thread that failed. Either way all threads end.
 */
export async function runSlices(
  task: SliceTask,
  operations: number,
  watch: Watch = {},
): Promise<Float64Array[]> {
  const { signal, onProgress } = watch;
  signal?.throwIfAborted();
  const total = task.slices.length;
  if (watch.threads === undefined && operations < worthThreads) {
    return Array.from(task.slices.keys(), (slice) => {
      const result = runSlice(task, slice);
      onProgress?.(slice + 1, total);
      return result;
    });
  }
  const results = new Array<Float64Array>(total);
  const threads = Math.max(1, Math.min(watch.threads ?? availableParallelism(), total));
  const workers = Array.from({ length: threads }, () => startWorker(task));
  let next = 0;
  let done = 0;
  try {
    await new Promise<void>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      for (const worker of workers) {
        worker.on('error', reject);
        worker.on('message', ({ slice, result }: SliceReply) => {
          results[slice] = result;
          done += 1;
          onProgress?.(done, total);
          if (next < total) worker.postMessage(next++);
          else if (done === total) resolve();
        });
        worker.postMessage(next++);
      }
    });
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const startWorker = (task: SliceTask): Worker =>
  new Worker(new URL('./slice.worker.ts', import.meta.url), { workerData: task });

/** A copy of an array that threads share without copying it again. */
export function shared<T extends Float64Array | Uint32Array>(values: T): T {
  const Kind = values.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new Kind(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
