import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { waitFor } from './wait-for.ts';

/** A mail server that keeps every letter as a file, so that each test reads its own. */
export interface LetterBox {
  smtpUrl: string;
  folder: string;
  close: () => Promise<void>;
}

export async function openLetterBox(): Promise<LetterBox> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-letters-'));
  let letters = 0;
  const server = createServer((socket) =>
    receive(socket, (letter) => {
      letters += 1;
      writeFileSync(join(folder, `${String(letters).padStart(5, '0')}.eml`), letter);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    folder,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The receiving side of a mail conversation (RFC 5321), as far as one trusted sender needs it. */
function receive(socket: Socket, keep: (letter: string) => void): void {
  let letter: string[] | null = null;
  const say = (text: string) => socket.write(`${text}\r\n`);
  // A sender that hangs up is the end of the conversation, not of the test.
  socket.on('error', () => socket.destroy());
  say('220 letters');
  createInterface({ input: socket }).on('line', (line) => {
    if (letter && line === '.') {
      keep(letter.join('\n'));
      letter = null;
      say('250 kept');
    } else if (letter) letter.push(line.replace(/^\.\./, '.'));
    else if (/^data$/i.test(line)) {
      letter = [];
      say('354 go on');
    } else if (/^quit$/i.test(line)) socket.end('221 bye\r\n');
    else say('250 ok');
  });
}

/** The newest letter to this address whose text holds what is asked for: the part that matched. */
export function letterTo(folder: string, address: string, pattern: RegExp): Promise<string> {
  return waitFor(`a letter to ${address} with ${pattern}`, () => {
    for (const name of readdirSync(folder).sort().reverse()) {
      const { to, text } = readLetter(readFileSync(join(folder, name), 'utf8'));
      const found = to.includes(address) ? pattern.exec(text) : null;
      if (found) return found[0];
    }
    return undefined;
  });
}

function readLetter(source: string): { to: string; text: string } {
  const end = source.indexOf('\n\n');
  const head = source.slice(0, end).replace(/\n[ \t]+/g, ' ');
  const body = source.slice(end + 2);
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
  return { to: header('To'), text: decode(body, header('Content-Transfer-Encoding')) };
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
