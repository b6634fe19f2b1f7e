import type { AddressInfo } from 'node:net';
import { listen } from '../src/routes/listen.ts';
import type { Target } from './attack.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import { overTheWire, type WireAnswer } from './wire.ts';
import { wireAttacks } from './wire-attacks.ts';

/** As in the product, only less patient, so that the test is. */
const impatience = {
  headersTimeout: 800,
  requestTimeout: 1_500,
  keepAliveTimeout: 500,
  connectionsCheckingInterval: 100,
};
const calm = [200, 301, 303, 400, 403, 404, 405, 408, 411, 413, 414, 417, 422, 431, 501, 505];
const slowConnections = 24;

/** What goes wrong below a page: the same application behind a real socket. */
export async function attackOverTheWire(target: Target): Promise<Outcome[]> {
  const server = await listen(target.hono, { host: '127.0.0.1', port: 0 }, impatience);
  const { port } = server.address() as AddressInfo;
  try {
    return [
      await sendBroken(target, port),
      await sendSlowly(target, port),
      await sendForever(port),
    ];
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

async function sendBroken(target: Target, port: number): Promise<Outcome> {
  const statuses: number[] = [];
  const failures: string[] = [];
  const { slug } = target.matrix.world.here;
  const sent = Object.entries(wireAttacks(slug)).map(async ([what, { bytes, most }]) => {
    const answer = await overTheWire(port, [Buffer.from(bytes, 'latin1')]);
    statuses.push(...answer.statuses);
    if (answer.statuses.length > most)
      failures.push(`${what}: ${answer.statuses.length} answers to one request`);
    failures.push(...unsound(target, what, answer));
  });
  await Promise.all(sent);
  return outcomeOf('broken requests', sent.length, statuses, failures);
}

function unsound(target: Target, what: string, { statuses, text, ended }: WireAnswer): string[] {
  const failures = statuses.filter((status) => !calm.includes(status)).map((s) => `${what}: ${s}`);
  if (!ended) failures.push(`${what}: the connection stays open`);
  const { markers } = target.matrix.world;
  for (const { word, visibleTo } of markers.in(text))
    if (visibleTo !== 'public') failures.push(`${what} shows ${word}`);
  return failures;
}

/** Many connections that never finish what they say are closed, and others are served meanwhile. */
async function sendSlowly(target: Target, port: number): Promise<Outcome> {
  const drop = { waitMs: 250 };
  const heads = function* () {
    yield 'GET / HTTP/1.1\r\nHost: concord.test\r\n';
    for (let n = 0; n < 40; n += 1) {
      yield drop;
      yield `X-${n}: z\r\n`;
    }
  };
  const body = function* () {
    yield 'POST /sign-in HTTP/1.1\r\nHost: concord.test\r\nOrigin: http://concord.test\r\n';
    yield 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n';
    for (let n = 0; n < 40; n += 1) {
      yield drop;
      yield 'a';
    }
  };
  const slow = Array.from({ length: slowConnections }, (_, n) =>
    overTheWire(port, n % 2 === 0 ? heads() : body()),
  );
  const ordinary = await overTheWire(port, [
    'GET /sign-in HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\n\r\n',
  ]);
  const failures = ordinary.statuses[0] === 200 ? [] : ['an ordinary visitor is not served'];
  const answers = await Promise.all(slow);
  for (const answer of answers) failures.push(...unsound(target, 'a slow request', answer));
  const statuses = answers.flatMap((answer) => answer.statuses);
  if (statuses.filter((status) => status === 408).length < slowConnections / 2)
    failures.push(`slow requests are answered ${statuses.join(', ')}`);
  return outcomeOf('slow requests', slow.length + 1, statuses, failures);
}

/** A body without end is refused at the form's limit, however it arrives. */
async function sendForever(port: number): Promise<Outcome> {
  const part = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const head =
    'POST /sign-in HTTP/1.1\r\nHost: concord.test\r\nOrigin: http://concord.test\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const chunked = function* () {
    yield `${head}Transfer-Encoding: chunked\r\n\r\n`;
    for (let n = 0; n < 40; n += 1) yield part;
  };
  const announced = [`${head}Content-Length: 4000000\r\n\r\n`, 'x'.repeat(600_000)];
  const answers = [await overTheWire(port, chunked()), await overTheWire(port, announced)];
  const statuses = answers.flatMap((answer) => answer.statuses);
  const failures = answers
    .filter((answer) => answer.statuses.join() !== '413' || !answer.ended)
    .map(({ statuses, ended }) => `a body without end: ${statuses.join()}, ended: ${ended}`);
  return outcomeOf('bodies without end', answers.length, statuses, failures);
}
