import { parentPort } from 'node:worker_threads';
import { type LandscapeTask, runLandscapeTask } from './landscape-task.ts';

// The entry of a worker thread: one task in, one answer out.
parentPort?.on('message', (task: LandscapeTask) => {
  parentPort?.postMessage(runLandscapeTask(task));
});
