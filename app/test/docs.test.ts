import { describe, expect, it, test } from 'vitest';
import { documents, missingCommands, missingPaths, readDocument } from './documents.ts';

test('documents are found', () => {
  expect(documents).toContain('packages/analysis/README.md');
});

describe.each(documents)('%s', (path) => {
  const text = readDocument(path);

  it('names only paths that exist', () => {
    expect(missingPaths(text, path)).toEqual([]);
  });

  it('names only commands that exist', () => {
    expect(missingCommands(text)).toEqual([]);
  });
});

describe('a document that is out of date', () => {
  it('is caught by its paths', () => {
    const text = [
      'See `app/src/main.ts:12`, `app/src/gone.ts`, `app/migrations/*.sql`, `app/src/*.gone`,',
      '`package.json`, `tsconfig.gone.json` and [the source](../app/src/main.ts#start), not',
      '[this](gone.md) or [that](https://example.org/gone.md).',
      '```',
      'node bench/run.mjs scripts/gone.mjs',
      '```',
    ].join('\n');
    expect(missingPaths(text, 'docs/operate.md').sort()).toEqual([
      'app/src/*.gone',
      'app/src/gone.ts',
      'docs/gone.md',
      'scripts/gone.mjs',
      'tsconfig.gone.json',
    ]);
  });

  it('is caught by its commands', () => {
    const text = [
      'Run `npm run check`, `npm run gone`, `npm test` or `npx concord status --json`.',
      '```',
      'npx concord vanish',
      'npx concord --help',
      'npx concord-analyze rank ward.blt',
      'npx concord-analyze vanish ward.blt',
      '```',
    ].join('\n');
    expect(missingCommands(text).sort()).toEqual([
      'npm run gone',
      'npx concord vanish',
      'npx concord-analyze vanish',
    ]);
  });
});
