import { Unzip, UnzipInflate } from 'fflate';
import type { RosterFile } from './roster.ts';
import { rosterFileName } from './roster-file-name.ts';
import { refuseRoster } from './roster-refused.ts';

const mostEntries = 200;
export const mostBytes = 128 * 1024 * 1024;
const chunkBytes = 32 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) <= 7;
}

/**
 * The roster's files in a zip; everything else in it is not even inflated. Nothing is written to a
 * disk, and no size that the zip claims is believed: what comes out is counted as it comes.
 */
export function unpackZip(bytes: Uint8Array, most = mostBytes): RosterFile[] {
  const found: { name: string; chunks: Uint8Array[]; complete: boolean }[] = [];
  let entries = 0;
  let inflated = 0;
  const unzip = new Unzip((entry) => {
    entries += 1;
    if (entries > mostEntries) throw refuseRoster('zip-too-many');
    const name = rosterFileName(entry.name);
    if (!name) return;
    const file = { name, chunks: [] as Uint8Array[], complete: false };
    found.push(file);
    entry.ondata = (error, chunk, final) => {
      if (error) throw error;
      inflated += chunk.length;
      if (inflated > most) throw refuseRoster('zip-too-large');
      file.chunks.push(chunk);
      file.complete = final;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In small bites, so that a bomb is noticed before it has gone off.
    for (let at = 0; at < bytes.length; at += chunkBytes) {
      unzip.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.length);
    }
  } catch (error) {
    throw error instanceof Error && error.name === 'InputProblem'
      ? error
      : refuseRoster('zip-unreadable');
  }
  if (entries === 0 || found.some(({ complete }) => !complete))
    throw refuseRoster('zip-unreadable');
  return found.map(({ name, chunks }) => ({ name, bytes: Buffer.concat(chunks) }));
}
