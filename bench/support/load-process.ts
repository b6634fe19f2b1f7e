// The clients of a benchmark, told what to do by load.ts.
import { Agent, request } from 'node:http';
import pg from 'pg';
import type { Asked, Measured, Task } from './load.ts';

const agent = new Agent({ keepAlive: true });

process.on('message', (task: Task) => {
  const measured = task.kind === 'requests' ? requests(task) : inserts(task);
  measured.then(
    (answer) => process.send!(answer),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});

function requests({ address, clients, status, ms }: Extract<Task, { kind: 'requests' }>) {
  return measure(
    clients.map((asked) => {
      let turn = 0;
      return async () => {
        const { bodies } = asked;
        const got = await ask(address, asked, bodies?.[turn++ % bodies.length]);
        if (got !== status) throw new Error(`${asked.path} answered ${got}, not ${status}.`);
      };
    }),
    ms,
  );
}

async function inserts(task: Extract<Task, { kind: 'inserts' }>): Promise<Measured> {
  const { coordinates, statement, clients, ms } = task;
  const connections = Array.from({ length: clients }, () => new pg.Client(coordinates));
  try {
    await Promise.all(connections.map((connection) => connection.connect()));
    const work = connections.map((connection, voter) => {
      let turn = 0;
      return async () => {
        await connection.query(statement, [voter, String(turn++ % 6)]);
      };
    });
    return await measure(work, ms);
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
}

/** Every client works without a pause until the time is up. */
async function measure(clients: readonly (() => Promise<void>)[], ms: number): Promise<Measured> {
  const took: number[] = [];
  const startedAt = performance.now();
  const endAt = startedAt + ms;
  await Promise.all(
    clients.map(async (client) => {
      for (let at = performance.now(); at < endAt; ) {
        await client();
        const now = performance.now();
        took.push(now - at);
        at = now;
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const sorted = took.toSorted((a, b) => a - b);
  const percentile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { done: took.length, seconds, p50Ms: percentile(0.5), p99Ms: percentile(0.99) };
}

/** Resolves with the status once the whole answer has arrived. */
function ask(address: string, { method, path, headers }: Asked, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address + path, { method, headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
