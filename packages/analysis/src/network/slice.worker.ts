import { parentPort, workerData } from 'node:worker_threads';
import { runSlice, type SliceTask } from './slice-task.ts';

const task = workerData as SliceTask;

parentPort!.on('message', (slice: number) => {
  const result = runSlice(task, slice);
  parentPort!.postMessage({ slice, result }, [result.buffer as ArrayBuffer]);
});
