import type { LeakActor } from '../leaks/may-see.ts';
import { maySeeRow } from '../leaks/may-see-row.ts';
import { keyOf, type LeakTable, type Row, readTables } from '../leaks/tables.ts';
import type { Target } from './attack.ts';

/** What is counted, and what every line of the trail moves. */
const moving = new Set(['public.throttle', 'public.audit_head']);

/**
 * What is different in the database: for senders who may change nothing, anything at all; for others,
 * a row that none of them may see, or a new one in a partnership that is not theirs.
 */
export async function changesSince(
  target: Target,
  senders: readonly LeakActor[],
  ownChanges: boolean,
): Promise<string[]> {
  const { matrix } = target;
  const now = await tablesNow(target);
  const theirs = (table: LeakTable, row: Row, added: boolean) => {
    if (!ownChanges || !table.name.startsWith('public.')) return ownChanges;
    if (!('partnership_id' in row) || row.partnership_id === null) return true;
    return senders.some((actor) =>
      added
        ? row.partnership_id === actor.partnershipId
        : maySeeRow(matrix.tables, actor, table, row),
    );
  };
  const changes = now.flatMap((table) => {
    const before = matrix.tables.find(({ name }) => name === table.name)!;
    return moving.has(table.name) ? [] : changesOf(before, table, theirs);
  });
  target.matrix = { ...matrix, tables: now };
  return changes;
}

async function tablesNow({ matrix }: Target): Promise<LeakTable[]> {
  const { owner, app } = matrix.world.here.database;
  const role = await app.query<{ name: string }>('select current_user as name');
  return readTables(owner, role.rows[0]!.name);
}

function changesOf(
  before: LeakTable,
  after: LeakTable,
  theirs: (table: LeakTable, row: Row, added: boolean) => boolean,
): string[] {
  const rows = new Map(after.rows.map((row) => [keyOf(after, row), JSON.stringify(row)]));
  const changes: string[] = [];
  for (const row of before.rows) {
    const key = keyOf(before, row);
    const kept = rows.get(key);
    rows.delete(key);
    if (kept !== JSON.stringify(row) && !theirs(before, row, false))
      changes.push(`${before.name} ${key} was ${kept ? 'changed' : 'removed'}`);
  }
  for (const [key, text] of rows)
    if (!theirs(after, JSON.parse(text) as Row, true))
      changes.push(`${before.name} ${key} was added: ${text.slice(0, 200)}`);
  return changes;
}
