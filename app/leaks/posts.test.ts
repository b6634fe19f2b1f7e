import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/routes/app.ts';
import type { Routes } from '../src/routes/routes.ts';
import { testServices } from '../src/routes/testing/test-services.ts';
import { ask, tryAnswer } from './answers.ts';
import type { Matrix } from './database-matrix.ts';
import { filledIn } from './forms.ts';
import { buildMatrix } from './matrix.ts';
import type { LeakActor } from './may-see.ts';
import { maySeeRow } from './may-see-row.ts';
import { toldAboutSelf } from './own-data.ts';
import { addressesOf, selfOf } from './requests.ts';
import { keyOf, type LeakTable, type Row, readTables, tableCalled } from './tables.ts';
import { Tally } from './tally.ts';

let matrix: Matrix;
let hono: Hono;
let routes: Routes;
beforeAll(async () => {
  matrix = await buildMatrix();
  ({ hono, routes } = createApp(testServices(matrix.world.here)));
});
afterAll(() => matrix.world.close());

const unknownId = '00000000-0000-4000-8000-000000000000';
const calm = [200, 303, 400, 403, 404, 409, 422, 429];
const tried = [
  'superintendent',
  'parent',
  'principal',
  'two hats',
  'before a seat',
  'after a seat ended',
  'alternate',
  'visitor',
  'other lead visiting',
];
const slugOf = ({ way }: LeakActor) => (way.by === 'session' ? way.slug : '');
const hidden = (actor: LeakActor, table: LeakTable) =>
  table.rows.filter((row) => !maySeeRow(matrix.tables, actor, table, row));

describe('every form', () => {
  test('with the ids of what is hidden changes nothing of it and says nothing of it', async () => {
    const tally = new Tally();
    let sent = 0;
    const posts = routes.list.filter(({ method }) => method === 'POST').map(({ path }) => path);
    for (const key of tried) {
      const actor = matrix.world.actors.find((each) => each.key === key)!;
      for (const route of posts.filter((path) => !ends.includes(path))) {
        for (const target of targets(actor, route)) {
          sent += 1;
          await trySending(actor, route, target, tally);
        }
      }
      await tryUntouched(actor, tally);
    }
    expect(tally.failures).toEqual([]);
    tally.say(`in ${sent.toLocaleString('en')} forms sent`);
  });
});

/** Forms that end the session which the next ones are sent with. */
const ends = ['/sign-out', '/account/sessions/end-all'];

/** What is new in every answer to the same question. */
const once = /"(challenge|ticket)":"[\w-]+"/g;

const readerOf = (actor: LeakActor, path: string) =>
  path.startsWith('/p/') ? actor : selfOf(matrix, actor);

interface Target {
  path: string;
  id: string;
  /** Whom the address makes of whoever uses it. */
  reader: LeakActor;
}

/** Hidden rows that the path can name; a form without an id in its path names them in its fields. */
function targets(actor: LeakActor, route: string): Target[] {
  const addresses = addressesOf(matrix, route, slugOf(actor));
  if (!/:(id|\w+Id)\b/.test(route)) {
    // Whoever holds an address is the same guest in every browser, so one of them tries them all.
    const held = addresses.filter(({ holder }, place) => {
      return place === 0 || (holder !== null && actor.key === 'visitor');
    });
    return held.flatMap(({ path, holder }) =>
      strangeRecords(actor).map((id) => ({ path, id, reader: holder ?? readerOf(actor, path) })),
    );
  }
  const strange = new Map<string, Target>();
  for (const { path, about } of addresses) {
    if (!about || !hidden(actor, tableCalled(matrix.tables, about.table)).includes(about.row))
      continue;
    const { id, partnership_id, visible_to } = about.row;
    const sort = `${partnership_id} ${String(visible_to).split(':')[0]}`;
    strange.set(sort, { path, id: String(id), reader: actor });
  }
  return [...strange.values()];
}

/** A hidden record of each kind, one's own partnership's rather than another's. */
function strangeRecords(actor: LeakActor): string[] {
  const kinds = new Map<unknown, Row>();
  for (const row of hidden(actor, tableCalled(matrix.tables, 'record'))) {
    const known = kinds.get(row.kind);
    if (known?.partnership_id !== actor.partnershipId) kinds.set(row.kind, row);
  }
  return [...kinds.values()].map(({ id }) => String(id));
}

async function trySending(
  actor: LeakActor,
  route: string,
  { path, id, reader }: Target,
  tally: Tally,
): Promise<void> {
  const what = `${actor.key} posting ${path} with ${id}`;
  const seatId = actor.seat?.seatId ?? unknownId;
  const send = (recordId: string) =>
    ask(hono, actor, path.replace(id, recordId), {
      method: 'POST',
      body: filledIn(route, { recordId, seatId }),
    });
  const answered = await send(id);
  if (!calm.includes(answered.status)) tally.failures.push(`${what}: ${answered.status}`);
  // At the page about themselves people are told more than their seat may read.
  const told = path.startsWith('/account/data') ? toldAboutSelf(matrix, actor) : '';
  tryAnswer(matrix, reader, answered, { what, told, asked: `${path} ${id}` }, tally);
  if (answered.status === 303) return;
  const none = await send(unknownId);
  tally.count(actor);
  if (none.status !== answered.status || plain(none) !== plain(answered).replaceAll(id, unknownId))
    tally.failures.push(`${what} is answered otherwise than with an id that is nobody's`);
}

const plain = ({ text }: { text: string }) => text.replace(once, '');

/** The heads of the trail's chains move with every line that is added, and what is counted with every form. */
const isContent = ({ name }: LeakTable) =>
  name.startsWith('public.') && name !== 'public.audit_head' && name !== 'public.throttle';

/** Nothing hidden was changed or taken away, and nothing new refers to it. */
async function tryUntouched(actor: LeakActor, tally: Tally): Promise<void> {
  const { owner, app } = matrix.world.here.database;
  const role = await app.query<{ name: string }>('select current_user as name');
  const now = await readTables(owner, role.rows[0]!.name);
  const ids = new Set<string>();
  for (const table of matrix.tables.filter(isContent)) {
    const rows = new Map(
      now.find(({ name }) => name === table.name)!.rows.map((row) => [keyOf(table, row), row]),
    );
    for (const row of hidden(actor, table)) {
      tally.count(actor);
      if (table.key.includes('id')) ids.add(String(row.id));
      if (JSON.stringify(rows.get(keyOf(table, row))) !== JSON.stringify(row))
        tally.failures.push(`${actor.key} changed ${table.name} ${keyOf(table, row)}`);
    }
    const before = new Set(table.rows.map((row) => keyOf(table, row)));
    for (const [key, row] of rows) {
      const named = Object.entries(row).find(
        ([column, value]) => column !== 'partnership_id' && ids.has(String(value)),
      );
      if (!before.has(key) && named)
        tally.failures.push(
          `${actor.key} added to ${table.name} a row whose ${named[0]} is hidden`,
        );
    }
  }
  matrix = { ...matrix, tables: now };
}
