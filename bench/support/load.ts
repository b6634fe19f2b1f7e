import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Coordinates } from '../../app/src/platform/database/connection.ts';

/** What one client asks for over and over; with several bodies it takes turns. */
export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  bodies?: readonly string[];
}

export type Task =
  | { kind: 'requests'; address: string; clients: readonly Asked[]; status: number; ms: number }
  | { kind: 'inserts'; coordinates: Coordinates; statement: string; clients: number; ms: number };

export interface Measured {
  done: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
}

/** The clients of a benchmark: a process of their own, so that they never wait for what they measure. */
export interface Load {
  run(task: Task): Promise<Measured>;
  stop(): Promise<void>;
}

export function startLoad(): Load {
  const child = fork(join(import.meta.dirname, 'load-process.ts'));
  const ended = once(child, 'close').then(() => {
    throw new Error('The process of the clients ended early.');
  });
  ended.catch(() => {});
  return {
    async run(task) {
      child.send(task);
      const answered = once(child, 'message');
      const [answer] = (await Promise.race([answered, ended])) as [Measured | { failed: string }];
      if ('failed' in answer) throw new Error(answer.failed);
      return answer;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended.catch(() => {});
    },
  };
}
