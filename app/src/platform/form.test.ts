import { expect, it } from 'vitest';
import { day, filesOf, typedOf } from './form.ts';

it.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['0202-02-28', false],
  ['9999-12-31', false],
  ['yesterday', false],
  ['2026-01-01T10:00', false],
])('%s is a day: %s', (text, is) => {
  expect(day().safeParse(text).success).toBe(is);
});

it('finds the files that were sent, not the file fields left empty', async () => {
  const data = new FormData();
  data.set('file', new File(['2026-10-01,3'], 'values.csv'));
  data.set('other', new File([], ''));
  data.set('lines', 'text');
  const files = filesOf(data);
  expect([...files.keys()]).toEqual(['file']);
  expect(await files.get('file')?.[0]?.text()).toBe('2026-10-01,3');
});

it('keeps what people type, in any script, without the marks that turn text around', () => {
  const data = new FormData();
  data.set('name', 'مرحبا 🌲\u0000 \u202eturned\u202c <b>');
  expect(typedOf(data).name).toBe('مرحبا 🌲 turned <b>');
});
