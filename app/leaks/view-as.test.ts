import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/routes/app.ts';
import type { Routes } from '../src/routes/routes.ts';
import { testServices } from '../src/routes/testing/test-services.ts';
import { ask, tryAnswer } from './answers.ts';
import { asActor, type Matrix, tryReads } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';
import type { LeakActor } from './may-see.ts';
import { maySeeRow } from './may-see-row.ts';
import { type Address, addressesOf } from './requests.ts';
import { keyOf, tableCalled } from './tables.ts';
import { Tally } from './tally.ts';
import { together } from './together.ts';

/**
 * Looking at a page as somebody else: a way to read of its own. What it shows must be for whoever
 * looks and for whom they look as, both.
 */
let matrix: Matrix;
let hono: Hono;
let routes: Routes;
beforeAll(async () => {
  matrix = await buildMatrix();
  ({ hono, routes } = createApp(testServices(matrix.world.here)));
});
afterAll(() => matrix.world.close());

interface Looker {
  self: LeakActor;
  /** As whom: with the way of the one who looks, and the rights of the other. */
  seen: LeakActor;
  key: string;
}

const unknownId = '00000000-0000-4000-8000-000000000000';
const nobody = '00000000-0000-0000-0000-000000000000';
/** The first looks in every way; the others where their own seats make a difference. */
const lookers = ['superintendent', 'support', 'alternate'];
/** Pages for those who may do something, not for all who may read. */
const forms = /[/]records[/]exports[/]|[/](edit|charter|places|speaker|end)$|[/]roster[/]|[.]csv$/;
const slugOf = ({ way }: LeakActor) => (way.by === 'session' ? way.slug : '');

function everyLooker(): Looker[] {
  return matrix.world.actors
    .filter(({ key }) => lookers.includes(key))
    .flatMap((self) => {
      const as = (key: string, organizationId: string | null, teamIds: string[] = []): Looker => ({
        self,
        key,
        seen: {
          ...self,
          key: `${self.key} looking as ${key}`,
          seat:
            organizationId === null
              ? null
              : { seatId: nobody, personId: nobody, organizationId, lead: false, teamIds },
        },
      });
      const everywhere = [as('visitor', null), as('seat-administration', nobody)];
      return [
        ...(self.key === lookers[0] ? everywhere : []),
        as('colleague', self.seat?.organizationId ?? ''),
        as('seat-families', nobody),
        ...(self.seat?.teamIds ?? []).flatMap((teamId) =>
          sidesOf(teamId).map((side) => as(`team-${teamId}-${side}`, nobody, [teamId])),
        ),
      ];
    });
}

/** The sides that sit on a team today. */
function sidesOf(teamId: string): string[] {
  const rows = (name: string) => tableCalled(matrix.tables, name).rows;
  const organizations = rows('team_seat')
    .filter(({ team_id, left_on }) => team_id === teamId && left_on === null)
    .map(({ seat_id }) => rows('seat').find(({ id }) => id === seat_id)?.organization_id);
  const sides = organizations.map(
    (organization) => rows('organization').find(({ id }) => id === organization)?.constituency,
  );
  return [...new Set(sides.map(String))];
}

test('in the database they read what both may read, row by row', async () => {
  const tally = new Tally();
  for (const { self, seen, key } of everyLooker()) {
    const own = await asActor(matrix, self, async (client) => {
      const keys = new Set<string>();
      for (const table of matrix.tables.filter(({ granted }) => granted.select)) {
        const { rows } = await client.query(`select to_jsonb(t) as row from ${table.name} t`);
        for (const { row } of rows) keys.add(`${table.name} ${keyOf(table, row)}`);
      }
      return keys;
    });
    const looking = { ...seen, way: { ...self.way, as: key } as LeakActor['way'] };
    await tryReads(matrix, looking, matrix.tables, tally);
    await asActor(matrix, looking, async (client) => {
      for (const table of matrix.tables.filter(({ granted }) => granted.select)) {
        const { rows } = await client.query(`select to_jsonb(t) as row from ${table.name} t`);
        for (const { row } of rows) {
          tally.count(seen);
          if (!own.has(`${table.name} ${keyOf(table, row)}`))
            tally.failures.push(`${seen.key} reads more of ${table.name} than ${self.key}`);
        }
      }
    });
  }
  expect(tally.failures).toEqual([]);
  console.log(`${tally.pairs.toLocaleString('en')} pairs of actor and row`);
});

test('every page, export and feed shows only what is for both', async () => {
  const tally = new Tally();
  let requests = 0;
  await together(everyLooker(), async (looker) => {
    const { self, seen, key } = looker;
    for (const { path: route } of routes.list.filter(({ method }) => method === 'GET')) {
      if (!route.startsWith('/p/:slug')) continue;
      for (const address of addressesOf(matrix, route, slugOf(self))) {
        requests += 1;
        const path = withKey(address.path, key);
        const answered = await ask(hono, self, path);
        const what = `${seen.key} at ${address.path} (${route})`;
        for (const reader of [self, seen])
          tryAnswer(matrix, reader, answered, { what, told: address.told, asked: path }, tally);
        await tryExistence(looker, address, answered, tally);
      }
    }
  });
  expect(tally.failures).toEqual([]);
  console.log(`${tally.pairs.toLocaleString('en')} pairs in ${requests} answers`);
});

const withKey = (path: string, key: string) =>
  `${path}${path.includes('?') ? '&' : '?'}view-as=${key}`;

/** What either of them may not read is answered as if it were nowhere. */
async function tryExistence(
  { self, seen, key }: Looker,
  { route, path, about }: Address,
  answered: Awaited<ReturnType<typeof ask>>,
  tally: Tally,
): Promise<void> {
  if (!about) return;
  const table = tableCalled(matrix.tables, about.table);
  tally.count(seen);
  const here = about.row.partnership_id === self.partnershipId;
  if (here && [self, seen].every((reader) => maySeeRow(matrix.tables, reader, table, about.row))) {
    if (seen.seat && !forms.test(route) && answered.status !== 200)
      tally.failures.push(`${seen.key} finds ${answered.status} at ${path}`);
    return;
  }
  const id = String(about.row.id);
  const none = await ask(hono, self, withKey(path.replace(id, unknownId), key));
  if (none.status !== answered.status || none.text !== answered.text.replaceAll(id, unknownId))
    tally.failures.push(`${seen.key} can tell ${path} from a page that is not there`);
}

test('no form is taken while somebody looks', async () => {
  const before = JSON.stringify(matrix.tables.map(({ name, rows }) => [name, rows.length]));
  const failures: string[] = [];
  const self = matrix.world.actors.find(({ key }) => key === 'superintendent')!;
  for (const { path: route } of routes.list.filter(({ method }) => method === 'POST')) {
    if (!route.startsWith('/p/:slug')) continue;
    const [address] = addressesOf(matrix, route, slugOf(self));
    if (!address) continue;
    const path = withKey(address.path, 'seat-families');
    const { status } = await ask(hono, self, path, { method: 'POST', body: new FormData() });
    if (status !== 403) failures.push(`${path} (${route}) is answered with ${status}`);
  }
  expect(failures).toEqual([]);
  const now = await countRows();
  expect(JSON.stringify(now)).toBe(before);
});

async function countRows() {
  const counts: [string, number][] = [];
  for (const { name } of matrix.tables) {
    const { rows } = await matrix.world.here.database.owner.query<{ count: number }>(
      `select count(*)::int as count from ${name}`,
    );
    counts.push([name, rows[0]?.count ?? 0]);
  }
  return counts;
}
