import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');
const catalogues = globSync('**/*.en.json', { cwd: source }).sort();

/** Texts that are rightly the same in both languages, as `file key`. */
const sameInBoth = new Set([
  'act/decision/decision.en.json stance.vote.no',
  'partnership/export/export.en.json no',
  'prepare/voice/voice.en.json filter.sort.idea',
  'prepare/voice/voice.en.json sort.idea',
  'routes/shell.en.json language.en',
  'routes/shell.en.json language.es',
  'ui/ui.en.json field.error',
]);

function read(path: string): Record<string, string> {
  return JSON.parse(readFileSync(join(source, path), 'utf8'));
}

/** Every argument of a message with its kind, deep inside plurals and selects too. */
function args(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      // A number may need a plural in one language and none in the other.
      const kind = element.type === TYPE.plural ? TYPE.number : element.type;
      found.add(`${element.value} ${TYPE[kind]}`);
      if (element.type === TYPE.select) {
        found.add(`${element.value} = ${Object.keys(element.options).sort().join('|')}`);
      }
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const option of Object.values(element.options)) walk(option.value);
      }
      if (element.type === TYPE.tag) walk(element.children);
    }
  };
  walk(parse(message, { ignoreTag: true }));
  return [...found].sort();
}

/** Whether anything remains to translate beside arguments, signs and single letters. */
function hasWords(message: string): boolean {
  return /\p{L}{2}/u.test(message.replace(/\{\w+\}/g, ''));
}

it('finds the catalogues', () => {
  expect(catalogues).toContain('ui/ui.en.json');
});

describe.each(catalogues)('%s', (path) => {
  const en = read(path);
  const es = read(path.replace(/\.en\.json$/, '.es.json'));

  it('has the same keys in Spanish', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
  });

  it('has no empty text', () => {
    const empty = [...Object.entries(en), ...Object.entries(es)].filter(([, text]) => !text.trim());
    expect(empty).toEqual([]);
  });

  it('takes the same arguments in both languages', () => {
    const wanted = Object.fromEntries(Object.entries(en).map(([key, text]) => [key, args(text)]));
    const found = Object.fromEntries(Object.entries(es).map(([key, text]) => [key, args(text)]));
    expect(found).toEqual(wanted);
  });

  it('is translated', () => {
    const same = Object.keys(en).filter(
      (key) => en[key] === es[key] && hasWords(en[key] ?? '') && !sameInBoth.has(`${path} ${key}`),
    );
    expect(same).toEqual([]);
  });
});
