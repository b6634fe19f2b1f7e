import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';

const runFile = promisify(execFile);
const concord = join(import.meta.dirname, '..', '..', '..', 'dist', 'server', 'concord.js');

/** Every way in which a sentence could lie on a disk and still be read. */
function formsOf(sentence: string): Buffer[] {
  const utf8 = Buffer.from(sentence);
  const utf16 = Buffer.from(sentence, 'utf16le');
  const json = JSON.stringify(sentence).slice(1, -1);
  const escaped = json.replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    utf8,
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(escaped),
    Buffer.from(encodeURIComponent(sentence)),
    Buffer.from(encodeURIComponent(sentence).replaceAll('%20', '+')),
    Buffer.from(utf8.toString('hex')),
    ...base64Inside(utf8),
    ...base64Inside(utf16),
  ];
}

/** Base64 of something in the middle of more: whole groups of three bytes, from each of three places. */
function base64Inside(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((from) => {
    const whole = bytes.subarray(from, from + Math.floor((bytes.length - from) / 3) * 3);
    return [Buffer.from(whole.toString('base64')), Buffer.from(whole.toString('base64url'))];
  });
}

/** The files in a folder, however deep, that hold any of these sentences in any form. */
export function filesHolding(folder: string, sentences: readonly string[]): string[] {
  const wanted = sentences.flatMap((sentence) =>
    formsOf(sentence).map((form) => ({ sentence, form })),
  );
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const bytes = readFileSync(path);
      const found = wanted.filter(({ form }) => bytes.includes(form));
      return [...new Set(found.map(({ sentence }) => sentence))].map(
        (sentence) => `“${sentence}” in ${path.slice(folder.length + 1)}`,
      );
    });
}

/** As whoever owns the machine would look: into the running database, past every policy. */
export async function asOwnerOfTheDisk<Result>(
  data: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const pidFile = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith('postmaster.pid'),
  );
  const lines = readFileSync(join(data, pidFile ?? ''), 'utf8').split('\n');
  const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'));
  const client = new pg.Client({
    host: lines[4] ?? '',
    port: Number(lines[3]),
    database: 'concord',
    user: 'postgres',
    password: secrets['postgres-superuser'],
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Backups of both kinds, beside the running Concord: its own, unpacked, and a copy of all files. */
export async function backUp(data: string, copy: string): Promise<void> {
  await asOwnerOfTheDisk(data, (client) => client.query('checkpoint'));
  const packed = `${copy}.packed`;
  await runFile(process.execPath, [concord, 'backup', packed], {
    env: { ...process.env, CONCORD_DATA: data, DATABASE_URL: '' },
  });
  const unpacked = gunzipSync(readFileSync(packed));
  rmSync(packed);
  cpSync(data, copy, {
    recursive: true,
    filter: (path) => !path.endsWith('.pid') && !path.endsWith('.lock'),
  });
  writeFileSync(join(copy, 'own.backup'), unpacked);
}
