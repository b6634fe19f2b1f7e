import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What came back over a connection until it ended. */
export interface WireAnswer {
  /** The status of each answer, in order. */
  statuses: number[];
  text: string;
  /** Whether the server ended the connection; otherwise it was still open after a while. */
  ended: boolean;
}

type Part = string | Uint8Array | { waitMs: number };

/** Writes exactly these bytes, with pauses in between, and reads until the server has had enough. */
export async function overTheWire(
  port: number,
  parts: Iterable<Part>,
  patienceMs = 5_000,
): Promise<WireAnswer> {
  const socket = connect({ port, host: '127.0.0.1' });
  const chunks: Buffer[] = [];
  let ended = false;
  socket.on('data', (chunk) => chunks.push(chunk));
  // The server may close on us in the middle of a sentence; that is its right.
  socket.on('error', () => socket.destroy());
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
  }).then(() => {
    ended = true;
  });
  for (const part of parts) {
    if (ended || socket.destroyed) break;
    if (typeof part === 'string' || part instanceof Uint8Array) socket.write(part);
    else await sleep(part.waitMs);
  }
  await Promise.race([closed, sleep(patienceMs, undefined, { ref: false })]);
  socket.destroy();
  const text = Buffer.concat(chunks).toString('latin1');
  const statuses = [...text.matchAll(/^HTTP\/1\.1 ([2-5]\d{2})/gm)].map(([, code]) => Number(code));
  return { statuses, text, ended };
}
