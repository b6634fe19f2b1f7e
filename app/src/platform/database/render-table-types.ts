import type { Column } from './read-columns.ts';

const scalars: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  inet: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'JsonColumn',
  jsonb: 'JsonColumn',
  numeric: 'Numeric',
  text: 'string',
  time: 'string',
  timestamp: 'Date',
  timestamptz: 'Date',
  tsvector: 'string',
  uuid: 'string',
  varchar: 'string',
};

const preamble = `// Written by \`npm run types\` from the migrated database; a test fails when it is out of date.
import type { ColumnType } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Written as text, because the driver would turn a JavaScript array into an SQL array. */
type JsonColumn = ColumnType<Json, string, string>;
/** Read as text, because a number would lose digits. */
type Numeric = ColumnType<string, string | number, string | number>;
/** May be left out when a row is added. */
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;
/** Computed by the database. */
export type Computed<T> =
  T extends ColumnType<infer S, infer _I, infer _U> ? ColumnType<S, never, never> : ColumnType<T, never, never>;
`;

/** The source text of the table interfaces that Kysely's queries are checked against. */
export function renderTableTypes(columns: Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table);
  const interfaces = [...tables].map(
    ([name, members]) =>
      `export interface ${interfaceName(name)} {\n${members.map(renderColumn).join('')}}\n`,
  );
  const index = [...tables.keys()].map((name) => `  ${property(name)}: ${interfaceName(name)};\n`);
  return `${preamble}\n${interfaces.join('\n')}\nexport interface Tables {\n${index.join('')}}\n`;
}

function renderColumn(column: Column): string {
  return `  ${property(column.column)}: ${columnType(column)};\n`;
}

function columnType(column: Column): string {
  const scalar =
    column.allowed?.map((value) => JSON.stringify(value)).join(' | ') ?? scalars[column.type];
  if (scalar === undefined)
    throw new Error(`${column.table}.${column.column}: no type is known for ${column.type}`);
  const value = column.isArray ? `${itemType(scalar)}[]` : scalar;
  const whole = column.nullable ? nullable(value) : value;
  if (column.computed) return `Computed<${whole}>`;
  return column.hasDefault ? `Generated<${whole}>` : whole;
}

/** What a whole array holds is plain: the driver takes and gives it in one piece. */
function itemType(scalar: string): string {
  if (scalar === 'Numeric') return 'string';
  return scalar.includes(' | ') ? `(${scalar})` : scalar;
}

/** A type with three sides (read, added, changed) must be told of null on each. */
function nullable(value: string): string {
  if (value === 'JsonColumn') return 'ColumnType<Json | null, string | null, string | null>';
  if (value === 'Numeric')
    return 'ColumnType<string | null, string | number | null, string | number | null>';
  return `${value} | null`;
}

function interfaceName(table: string): string {
  const name = property(table);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Table`;
}

/** Names as the queries spell them: Kysely's camel-case plug-in turns them into the database's. */
function property(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
