import { expect, test } from 'vitest';
import { concordVersion } from '../platform/project-root.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

async function type(words: string, source: Record<string, string> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(commands, words.split(' ').filter(Boolean), source, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

test('help lists every command, and each has its own with an example', async () => {
  const general = await type('--help');
  expect(general.code).toBe(0);
  for (const { name, summary, example } of commands) {
    expect(general.said).toContain(summary);
    const own = await type(`${name} --help`);
    expect(own.code).toBe(0);
    expect(own.said).toContain(`npx concord ${name}`);
    expect(own.said).toContain(`Example: ${example}`);
    expect(example).toContain(`npx concord ${name}`);
    expect((await type(`help ${name}`)).said).toBe(own.said);
  }
});

test('the version is that of the project', async () => {
  expect(await type('--version')).toMatchObject({ code: 0, said: concordVersion() });
});

test.each([
  'unknown',
  'status surplus',
  'status --unknown',
  'setup-link --json',
])('wrong usage ends with 2 and the way to help: %s', async (words) => {
  const { code, said, complained } = await type(words);
  expect(code).toBe(2);
  expect(said).toBe('');
  expect(complained).toMatch(/npx concord .*--help/);
});

test('a setting that cannot be meant ends with 1 and its sentence', async () => {
  expect(await type('status', { PORT: 'high' })).toEqual({
    code: 1,
    said: '',
    complained: 'PORT must be a number from 0 to 65535. “high” is not.',
  });
});

test('a look at an installation that has no database yet does not create one', async () => {
  const { code, said } = await type('status', { CONCORD_DATA: '/nonexistent/concord' });
  expect(code).toBe(0);
  expect(said).toContain('none yet');
  expect(await type('setup-link', { CONCORD_DATA: '/nonexistent/concord' })).toMatchObject({
    code: 1,
    complained: 'Start Concord once first (npm start); it makes the database.',
  });
});
