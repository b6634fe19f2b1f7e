import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface MemoryServer {
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** Serves one answer from memory, in a process of its own. */
export async function serveFromMemory(answer: {
  body: string;
  headers: Record<string, string>;
}): Promise<MemoryServer> {
  const child = fork(join(import.meta.dirname, 'memory-server.ts'));
  const ended = once(child, 'close');
  child.send(answer);
  const [address] = (await once(child, 'message')) as [string];
  return {
    address,
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
