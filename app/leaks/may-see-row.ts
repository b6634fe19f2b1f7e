import { type LeakActor, maySee } from './may-see.ts';
import { type LeakTable, type Row, tableCalled } from './tables.ts';

/** Nobody who is served by the application reads these. */
const closed = new Set([
  'public.test_clock',
  'public.setup_token',
  'public.link_key',
  'public.audit_head',
  'public.platform_migration',
  'public.throttle',
]);

/** Data of the product itself, about nobody. */
const everybodys = new Set(['public.retention_class', 'public.retention_kind']);

/** The design's answer for one row. A table that it says nothing about has no place in the matrix yet. */
export function maySeeRow(
  tables: readonly LeakTable[],
  actor: LeakActor,
  table: LeakTable,
  row: Row,
): boolean {
  if (table.name.startsWith('auth.')) return actor.way.by === 'sign-in role';
  if (closed.has(table.name)) return false;
  if (everybodys.has(table.name)) return actor.way.by !== 'sign-in role';
  // Whoever knows its address may know a partnership's name.
  if (table.name === 'public.partnership') return actor.partnershipId === row.id;
  if (table.name === 'public.record_link') {
    const ends = recordsOf(tables);
    return [row.from_id, row.to_id].every((id) => maySee(actor, writtenOf(ends.get(id)!)));
  }
  // Leads of every organization, and whoever has the receipt.
  if (table.name === 'public.held_voice')
    return maySee(actor, { ...writtenOf(row), visibleTo: 'leads' });
  if (!('visible_to' in row)) throw new Error(`${table.name} has no place in the leak matrix.`);
  if (row.visible_to === null) return false;
  return maySee(actor, writtenOf(row));
}

const writtenOf = (row: Row) => ({
  partnershipId: row.partnership_id as string | null,
  visibleTo: row.visible_to as string,
  id: (row.id ?? null) as string | null,
});

const records = new WeakMap<readonly LeakTable[], Map<unknown, Row>>();
function recordsOf(tables: readonly LeakTable[]): Map<unknown, Row> {
  const known = records.get(tables);
  if (known) return known;
  const made = new Map(tableCalled(tables, 'record').rows.map((row) => [row.id, row]));
  records.set(tables, made);
  return made;
}
