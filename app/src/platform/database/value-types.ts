import pg from 'pg';

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const oid = { int8: 20, int8Array: 1016, date: 1082, dateArray: 1182 } as const;

/**
 * How values arrive: a date without a time stays 'YYYY-MM-DD' (a Date would move it across time
 * zones), numeric stays text (exact), and int8 is a number, which counts always fit into.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (id === oid.date) return (text: string) => text;
      if (id === oid.int8) return integer;
      if (id === oid.dateArray) return items;
      if (id === oid.int8Array)
        return (text: string) => items(text).map((item) => (item === null ? null : integer(item)));
    }
    return pg.types.getTypeParser(id as TypeId, format);
  },
};

function integer(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number`);
  return value;
}

/** One level of an array whose items need no quotes. */
function items(text: string): (string | null)[] {
  if (text === '{}') return [];
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : item));
}
