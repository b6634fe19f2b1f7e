import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A program that is killed: what it said until then, and how it ended. */
export type ProgramUnderTest = {
  child: ChildProcess;
  lines: string[];
  complaints: () => string;
  /** Resolves when it has said this, or has ended without. */
  said: (line: string) => Promise<boolean>;
  /** Resolves with what matches in its standard error, or null when it has ended without. */
  complained: (pattern: RegExp) => Promise<RegExpExecArray | null>;
  /** Resolves with the exit code (null after a signal) once all it said has arrived. */
  ended: Promise<number | null>;
};

const started = new Set<ChildProcess>();

/** After a failed test too, nothing goes on running. */
export async function endAllPrograms(): Promise<void> {
  const ended = [...started].map((child) => once(child, 'close'));
  for (const child of started) child.kill('SIGKILL');
  await Promise.all(ended);
}

export function startProgram(
  script: string,
  args: string[],
  options: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): ProgramUnderTest {
  const child = spawn(process.execPath, [script, ...args], {
    ...options,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  child.once('close', () => started.delete(child));
  const lines: string[] = [];
  const waiting = new Map<string, (value: boolean) => void>();
  let rest = '';
  let complaints = '';
  let hasEnded = false;
  const listening = new Set<() => void>();
  child.stdout!.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines.push(line);
      waiting.get(line)?.(true);
    }
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
    for (const notice of listening) notice();
  });
  const ended = once(child, 'close').then(([code]) => {
    for (const answer of waiting.values()) answer(false);
    hasEnded = true;
    for (const notice of listening) notice();
    return code as number | null;
  });
  return {
    child,
    lines,
    complaints: () => complaints.trim(),
    said: (line) =>
      lines.includes(line)
        ? Promise.resolve(true)
        : new Promise((resolve) => waiting.set(line, resolve)),
    complained: (pattern) =>
      new Promise((resolve) => {
        const look = () => {
          const match = pattern.exec(complaints);
          if (match || hasEnded) {
            listening.delete(look);
            resolve(match);
          }
        };
        listening.add(look);
        look();
      }),
    ended,
  };
}
