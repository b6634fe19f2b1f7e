import { expect, test } from 'vitest';
import type { Command } from '../src/command/command.ts';
import { InputFileError } from '../src/command/input-file-error.ts';
import { main } from '../src/command/main.ts';
import { commands } from '../src/command/registry.ts';
import { UsageError } from '../src/command/usage-error.ts';

const command: Command = {
  name: 'count',
  summary: 'Counts.',
  usage: 'count FILE',
  example: 'count a.csv',
  run: async (args, io) => {
    if (args.length === 0) throw new UsageError('A file is needed.');
    if (args[0] === 'bad.csv') throw new InputFileError('bad.csv', 3, 7, 'no number');
    io.stdout(`counted ${args[0]}\n`);
    return 0;
  },
};

async function call(args: string[], known: readonly Command[] = [command]) {
  let [out, err] = ['', ''];
  const readFile = async () => '';
  const stdout = (text: string) => {
    out += text;
  };
  const stderr = (text: string) => {
    err += text;
  };
  return { code: await main(args, { stdout, stderr, readFile }, known), out, err };
}

test('a command runs and its exit code is passed on', async () => {
  expect(await call(['count', 'a.csv'])).toEqual({ code: 0, out: 'counted a.csv\n', err: '' });
});

test('help shows an example of the whole and of each command', async () => {
  expect((await call(['--help'])).out).toContain('concord-analyze count a.csv');
  expect(await call(['count', '--help'])).toMatchObject({ code: 0, err: '' });
  expect((await call(['help', 'count'])).out).toContain('Example: concord-analyze count a.csv');
});

test('an unknown command, a missing argument and a bad file end with 2', async () => {
  expect(await call(['nope'])).toMatchObject({ code: 2, out: '' });
  expect((await call([])).code).toBe(2);
  expect((await call(['count'])).err).toContain('A file is needed.');
  const bad = await call(['count', 'bad.csv']);
  expect(bad).toEqual({ code: 2, out: '', err: 'bad.csv, line 3, column 7: no number\n' });
});

test('every registered command explains itself', async () => {
  for (const { name } of commands) {
    const help = await call([name, '--help'], commands);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/Usage: concord-analyze .+[\s\S]+Example: concord-analyze .+/);
  }
});
