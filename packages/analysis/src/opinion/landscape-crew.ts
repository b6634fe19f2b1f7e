import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type LandscapeAnswer, type LandscapeTask, runLandscapeTask } from './landscape-task.ts';

/** Whoever does the long work: this thread, or several others. */
export interface LandscapeCrew {
  readonly size: number;
  readonly run: <T extends LandscapeTask>(task: T) => Promise<LandscapeAnswer[T['kind']]>;
  readonly dismiss: () => Promise<void>;
}

/** How many threads this machine runs at once. */
export const threadsOfMachine = (): number => availableParallelism();

/** @param workers  How many threads; 0 works in this one and lets others have a turn between tasks. */
export function hireCrew(workers: number, signal?: AbortSignal): LandscapeCrew {
  return workers > 0 ? crewOfThreads(workers, signal) : crewOfOne(signal);
}

function crewOfOne(signal?: AbortSignal): LandscapeCrew {
  let turn: Promise<unknown> = Promise.resolve();
  return {
    size: 1,
    run: (task) => {
      const answer = turn.then(async () => {
        await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
        return runLandscapeTask(task);
      });
      turn = answer.catch(() => undefined);
      return answer;
    },
    dismiss: async () => undefined,
  };
}

interface Waiting {
  readonly task: LandscapeTask;
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: unknown) => void;
}

function crewOfThreads(count: number, signal?: AbortSignal): LandscapeCrew {
  const queue: Waiting[] = [];
  const busy = new Map<Worker, Waiting>();
  const url = new URL('./landscape-worker.ts', import.meta.url);
  const threads = Array.from({ length: count }, () => new Worker(url));
  const idle = [...threads];
  const giveOut = () => {
    while (idle.length > 0 && queue.length > 0) {
      const [thread, next] = [idle.pop()!, queue.shift()!];
      busy.set(thread, next);
      thread.postMessage(next.task);
    }
  };
  const abandon = (reason: unknown) => {
    for (const waiting of [...busy.values(), ...queue.splice(0)]) waiting.reject(reason);
    busy.clear();
    void Promise.all(threads.map((thread) => thread.terminate()));
  };
  for (const thread of threads) {
    thread.on('error', abandon);
    thread.on('message', (answer) => {
      busy.get(thread)?.resolve(answer as never);
      busy.delete(thread);
      idle.push(thread);
      giveOut();
    });
  }
  const onAbort = () => abandon(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  return {
    size: count,
    run: <T extends LandscapeTask>(task: T) =>
      new Promise<LandscapeAnswer[T['kind']]>((resolve, reject) => {
        signal?.throwIfAborted();
        queue.push({ task, resolve, reject });
        giveOut();
      }),
    dismiss: async () => {
      signal?.removeEventListener('abort', onAbort);
      await Promise.all(threads.map((thread) => thread.terminate()));
    },
  };
}
