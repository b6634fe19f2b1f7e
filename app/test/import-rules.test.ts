import { join, relative } from 'node:path/posix';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/platform/project-root.ts';
import { brokenImportRules, brokenRulesOf, namesOfImportRules } from './import-rules.ts';

/** Files in which one imports the next. */
function chain(...paths: string[]): Record<string, string> {
  const files = paths.filter(isSource);
  return Object.fromEntries(
    files.map((path, index) => [path, imports(path, ...paths.slice(index + 1, index + 2))]),
  );
}

function isSource(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function imports(path: string, ...targets: string[]): string {
  return targets.map((target) => `import '${specifier(path, target)}';\n`).join('');
}

function specifier(path: string, target: string): string {
  if (!isSource(target)) return target;
  const way = relative(join(path, '..'), target);
  return way.startsWith('.') ? way : `./${way}`;
}

const door = (slice: string) => `app/src/${slice}/index.ts`;
const analysis = 'packages/analysis/src/median.ts';
const note = 'app/src/act/note/note';

/** Each rule, broken in as many ways as there are; the first file is the one to be reported. */
const planted: [string, ...string[]][] = [
  ['analysis-stands-alone', analysis, 'zod'],
  ['analysis-stands-alone', analysis, 'app/src/platform/clock.ts'],
  ['analysis-is-pure', analysis, 'node:fs'],
  ['analysis-at-its-door', door('measure/survey'), analysis],
  ['partnership-knows-no-later-phase', door('partnership/seat'), door('measure/survey')],
  ['measure-knows-no-later-phase', door('measure/survey'), door('prepare/goal')],
  ['prepare-knows-no-later-phase', door('prepare/goal'), door('act/team')],
  ['act-knows-no-later-phase', door('act/team'), door('reflect/lesson')],
  ['reflect-knows-no-later-phase', door('reflect/lesson'), 'app/src/routes/visit.ts'],
  ['slices-meet-at-doors', `${note}.ts`, 'app/src/act/team/team.ts'],
  ['slices-meet-at-doors', `${note}.ts`, 'app/src/partnership/seat/seat.ts'],
  ['slices-meet-at-doors', `${note}.test.ts`, 'app/src/act/team/team.ts'],
  ['routes-come-through-doors', 'app/src/routes/teams.routes.tsx', 'app/src/act/team/team.ts'],
  ['routes-come-through-doors', 'app/src/command/list.ts', 'app/src/act/team/team.store.ts'],
  ['test-support-for-tests', `${note}.ts`, 'app/src/partnership/testing/test-partnership.ts'],
  ['views-reach-no-server', `${note}.view.tsx`, `${note}.store.ts`],
  ['views-reach-no-server', `${note}.view.tsx`, `${note}.ts`, 'app/src/act/note/server.ts'],
  ['views-reach-no-server', `${note}.view.tsx`, 'app/src/platform/database/database.ts'],
  ['views-reach-no-server', 'app/src/ui/words.ts', 'app/src/platform/log.ts'],
  ['first-door-is-for-every-side', door('act/note'), `${note}.ts`, `${note}.store.ts`],
  ['queries-in-stores', `${note}.ts`, 'kysely'],
  ['queries-in-stores', 'app/src/routes/visit.ts', 'kysely'],
  ['commands-need-no-build', 'app/src/command/list.ts', door('act/note'), `${note}.view.tsx`],
  ['foundation-knows-no-domain', 'app/src/ui/words.ts', door('act/note')],
  ['foundation-knows-no-domain', 'app/src/platform/log.ts', 'app/src/routes/visit.ts'],
  ['platform-shows-nothing', 'app/src/platform/log.ts', 'app/src/ui/words.ts'],
];

test.each(planted)('%s: %s must not import %s', async (rule, ...path) => {
  const [from, to] = [path[0]!, path.at(-1)!];
  const broken = await brokenRulesOf(chain(...path));
  expect(broken).toContainEqual({ rule, from, to: to.replace(/^node:/, '') });
});

test('no-cycles: what needs each other must not import each other', async () => {
  const [from, to] = ['app/src/act/note/author.ts', `${note}.ts`];
  const broken = await brokenRulesOf({ [from]: imports(from, to), [to]: imports(to, from) });
  expect(broken).toEqual([{ rule: 'no-cycles', from, to }]);
});

test('every rule is broken here at least once', async () => {
  const broken = new Set(['no-cycles', ...planted.map(([rule]) => rule)]);
  expect((await namesOfImportRules()).filter((rule) => !broken.has(rule))).toEqual([]);
});

test('a type counts as an import, and a re-export and an import() do too', async () => {
  const to = 'app/src/act/team/team.ts';
  const ways = [
    `import type { Team } from '../team/team.ts';`,
    `export { teamName } from '../team/team.ts';`,
    `export * from '../team/team.ts';`,
    `export const load = () => import('../team/team.ts');`,
  ];
  for (const text of ways) {
    const broken = await brokenRulesOf({ [`${note}.ts`]: text, [to]: 'export {};' });
    expect(broken, text).toEqual([{ rule: 'slices-meet-at-doors', from: `${note}.ts`, to }]);
  }
});

test('what the design allows is not reported', async () => {
  const files = {
    ...chain('app/src/reflect/lesson/lesson.ts', door('act/team'), 'app/src/act/team/team.ts'),
    ...chain('app/src/routes/teams.routes.tsx', door('reflect/lesson')),
    ...chain(`${note}.view.tsx`, `${note}.ts`, 'app/src/platform/input-problem.ts'),
    ...chain(`${note}.test.ts`, 'app/src/partnership/testing/test-partnership.ts'),
    [`${note}-row.view.tsx`]: `import type { Row } from './note.store.ts';`,
    [`${note}.store.ts`]: `import { sql } from 'kysely';`,
    [door('measure/survey')]: `import { median } from '@concord/analysis';`,
    'packages/analysis/src/command/main.ts': `import 'node:fs';`,
  };
  expect(await brokenRulesOf(files)).toEqual([]);
});

test('the sources keep every rule', async () => {
  expect(await brokenImportRules(projectRoot())).toEqual([]);
});
