import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/platform/project-root.ts';

const root = projectRoot();

/** Words that set people against each other, or speak of them as a category. */
const unkind = {
  en: /\bother sides?\b|\bopponents?\b|\bopposing\b|\badversar|\benem(?:y|ies)\b|\bstakeholders?\b/i,
  es: /\bla otra parte\b(?! de)|\botro (?:lado|bando)\b|\boponentes?\b|\bcontrincantes?\b|\badversari|\benemig|\bpartes? interesadas?\b/i,
};
/** What somebody meant to come back to. */
const unfinished = new RegExp(
  `\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`,
);

const find = (...patterns: string[]) =>
  globSync(patterns, { cwd: root, exclude: (path) => /node_modules|\bdist\b/.test(path) }).sort();

/** Every line that matches, as `path:number: line`. */
function linesWith(pattern: RegExp, paths: string[]): string[] {
  return paths.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}

test.each(['en', 'es'] as const)('the catalogues in %s are kind to every side', (language) => {
  const catalogues = find(`app/src/**/*.${language}.json`);
  expect(catalogues).toContain(`app/src/ui/ui.${language}.json`);
  expect(linesWith(unkind[language], catalogues)).toEqual([]);
});

test('the demo district is kind to every side', () => {
  const story = find('app/src/routes/demo-district/*.ts');
  expect(story.length).toBeGreaterThan(0);
  expect(linesWith(unkind.en, story)).toEqual([]);
});

test('the unkind words are known when they come', () => {
  expect('What the other side wants').toMatch(unkind.en);
  expect('Key stakeholders').toMatch(unkind.en);
  expect('Another side of the table').not.toMatch(unkind.en);
  expect('Lo que pide la otra parte').toMatch(unkind.es);
  expect('alguien de otra parte de la mesa').not.toMatch(unkind.es);
});

test('the sources leave nothing for later', () => {
  const sources = find(
    '{app,packages,bench,scripts}/**/*.{ts,tsx,mjs,css,sql,sh}',
    '*.{ts,mjs}',
    '{README.md,docs/**/*.md}',
  );
  expect(sources).toContain('app/test/words.test.ts');
  expect(linesWith(unfinished, sources)).toEqual([]);
});
