import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditWords } from '../src/partnership/audit/index.ts';

const sources = globSync('app/src/**/*.{ts,tsx}', {
  cwd: new URL('../..', import.meta.url).pathname,
});

/** Actions as use-cases write them: the first text after `audit(ctx,`, also on the next line or behind a condition. */
const actions = new Set(
  sources
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
      return [...text.matchAll(/\baudit\(\s*\w+,([^{]*?)\{/g)].flatMap(([, said = '']) =>
        [...said.matchAll(/'([a-z]+\.[a-z-]+)'/g)].map(([, action = '']) => action),
      );
    }),
);

test('every action of the audit trail is said in words', () => {
  expect(actions.size).toBeGreaterThan(40);
  const known = Object.keys(auditWords.messages.en);
  expect([...actions].filter((action) => !known.includes(`action.${action}`))).toEqual([]);
});
