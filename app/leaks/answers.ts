import { unzipSync } from 'fflate';
import type { Hono } from 'hono';
import type { Matrix } from './database-matrix.ts';
import { type LeakActor, maySee } from './may-see.ts';
import { maySeeRow } from './may-see-row.ts';
import { headersOf } from './requests.ts';
import { type LeakTable, type Row, tableCalled } from './tables.ts';
import type { Tally } from './tally.ts';

export interface Answered {
  status: number;
  /** Headers and body: whatever arrives can be read. */
  text: string;
}

const asked = new Set(['content-length', 'date']);

export async function ask(
  hono: Hono,
  actor: LeakActor,
  path: string,
  init: RequestInit = {},
): Promise<Answered> {
  const headers = headersOf(actor);
  const response = await hono.request(`http://concord.test${path}`, { ...init, headers });
  const head = [...response.headers]
    .filter(([name]) => !asked.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  return { status: response.status, text: [...head, '', await textOf(response)].join('\n') };
}

const namedInTrail = new Set(['public.roster_import', 'public.held_voice']);

/** What is packed can be read as well. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-type') !== 'application/zip') return response.text();
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  return Object.entries(files)
    .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString()}`)
    .join('\n');
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every word and every id in an answer belongs to somebody: it must be the one who reads it. */
export function tryAnswer(
  matrix: Matrix,
  reader: LeakActor,
  answered: Answered,
  { what, told, asked }: { what: string; told: string; asked: string },
  tally: Tally,
): void {
  const { markers } = matrix.world;
  const allowed = new Set(markers.in(told + seatLeft(matrix, reader)));
  tally.count(reader, markers.all.length);
  if (answered.status >= 500) tally.failures.push(`${what}: ${answered.status}`);
  for (const marker of markers.in(answered.text)) {
    if (!allowed.has(marker) && !maySee(reader, marker))
      tally.failures.push(`${what} shows “${marker.what}” ${marker.word}`);
  }
  for (const id of new Set(answered.text.match(uuid))) {
    const found = rowsById(matrix.tables).get(id);
    if (!found || asked.includes(id) || told.includes(id)) continue;
    tally.count(reader);
    // What changes what everybody sees is named in the trail that everybody reads.
    if (namedInTrail.has(found.table.name) && /audit[.]jsonl|’s copy of/.test(what)) continue;
    if (!maySeeRow(matrix.tables, reader, found.table, found.row))
      tally.failures.push(`${what} names the id of ${nameOf(found)}`);
  }
}

/** For whoever looks into a failure: which row it is, and whose. */
const nameOf = ({ table, row }: { table: LeakTable; row: Row }) =>
  `${table.name} ${row.id} (${[row.kind, row.title, row.state, row.visible_to].filter(Boolean).join(', ')})`;

/** Whoever has left a seat is told which one it was. */
function seatLeft({ world, tables }: Matrix, { key, seat }: LeakActor): string {
  if (seat || !world.seats.has(key)) return '';
  const { seatId } = world.seat(key);
  return String(tableCalled(tables, 'seat').rows.find(({ id }) => id === seatId)?.title);
}

const ids = new WeakMap<readonly LeakTable[], Map<string, { table: LeakTable; row: Row }>>();

/** What an id stands for. A record's id is its own first, and then that of its parts. */
export function rowsById(tables: readonly LeakTable[]) {
  const known = ids.get(tables);
  if (known) return known;
  const made = new Map<string, { table: LeakTable; row: Row }>();
  const records = tables.filter(({ name }) => name === 'public.record');
  for (const table of [...records, ...tables])
    for (const row of table.rows)
      if (table.key.includes('id') && !made.has(String(row.id)))
        made.set(String(row.id), { table, row });
  ids.set(tables, made);
  return made;
}
