import { expect, test } from 'vitest';
import { decodeText } from '../src/command/decode-text.ts';
import { InputFileError } from '../src/command/input-file-error.ts';
import { columnIndex, numberAt, readTable } from '../src/command/table.ts';

const failure = (text: string) => {
  try {
    readTable(text, 'f.csv');
  } catch (error) {
    if (error instanceof InputFileError) return [error.line, error.column];
    throw error;
  }
  throw new Error('the table was read');
};

test('quoted cells, doubled quotes, line breaks in cells, and every kind of line end', () => {
  const table = readTable('a,b\r\n"x ""y""","1,\n2"\n\n3,\r4,""', 'f.csv');
  expect(table.columns).toEqual(['a', 'b']);
  expect(table.rows).toEqual([
    ['x "y"', '1,\n2'],
    ['3', ''],
    ['4', ''],
  ]);
  expect(table.position(1, 1)).toEqual({ line: 5, column: 3 });
});

test('tabs are found, a byte order mark is dropped', () => {
  const table = readTable('\uFEFFa\tb\n1\tx,y\n', 'f.tsv');
  expect(table.columns).toEqual(['a', 'b']);
  expect(table.rows).toEqual([['1', 'x,y']]);
});

test('faults name line and column', () => {
  expect(failure('')).toEqual([1, 1]);
  expect(failure('a,b\n1,2\n3,4"5')).toEqual([3, 4]);
  expect(failure('a,b\n"1,2\n3,4')).toEqual([2, 1]);
  expect(failure('a,b\n"1"2,3')).toEqual([2, 4]);
  expect(failure('a,b\n1,2,3')).toEqual([2, 5]);
  expect(failure('a,b\n1')).toEqual([2, 1]);
  expect(failure('a,b,a\n1,2,3')).toEqual([1, 5]);
});

test('numbers, missing values and cells that are neither', () => {
  const table = readTable('a,b\n1e-3,NA\nx,', 'f.csv');
  expect([numberAt(table, 0, 0), numberAt(table, 0, 1), numberAt(table, 1, 1)]).toEqual([
    0.001,
    null,
    null,
  ]);
  expect(() => numberAt(table, 1, 0)).toThrow('f.csv, line 3, column 1');
  expect(() => columnIndex(table, 'c')).toThrow('there is no column "c"');
});

test('text is UTF-8 or marked UTF-16; another encoding is named with its place', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  expect(decodeText(utf8('señal,1\n'), 'a.csv')).toBe('señal,1\n');
  expect(decodeText(utf8('\uFEFFa,b'), 'a.csv')).toBe('\uFEFFa,b');
  expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0xf1, 0]), 'a.csv')).toBe('añ');
  expect(decodeText(Uint8Array.from([0xfe, 0xff, 0, 0x61, 0, 0xf1]), 'a.csv')).toBe('añ');
  expect(decodeText(new Uint8Array(), 'a.csv')).toBe('');
  const latin = Uint8Array.from([...utf8('id,name\r\n1,Peña\r\n2,Mu'), 0xf1, ...utf8('oz\r\n')]);
  expect(() => decodeText(latin, 'a.csv')).toThrow(
    'a.csv, line 3, column 5: a letter is not in UTF-8',
  );
  expect(() => decodeText(Uint8Array.from([0xf1, 0x61]), 'a.csv')).toThrow('line 1, column 1');
});
