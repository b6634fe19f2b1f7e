import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/routes/app.ts';
import type { Routes } from '../src/routes/routes.ts';
import { testServices } from '../src/routes/testing/test-services.ts';
import { ask, tryAnswer } from './answers.ts';
import type { Matrix } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';
import type { LeakActor } from './may-see.ts';
import { maySeeRow } from './may-see-row.ts';
import { toldAboutSelf } from './own-data.ts';
import { type Address, addressesOf, selfOf } from './requests.ts';
import { type Row, tableCalled } from './tables.ts';
import { Tally } from './tally.ts';
import { together } from './together.ts';

let matrix: Matrix;
let hono: Hono;
let routes: Routes;
beforeAll(async () => {
  matrix = await buildMatrix();
  ({ hono, routes } = createApp(testServices(matrix.world.here)));
});
afterAll(() => matrix.world.close());

const paths = (method: 'GET' | 'POST') =>
  routes.list.filter((route) => route.method === method).map(({ path }) => path);
/** Guests have no browser session of their own: they are visitors with an address in hand. */
const browsing = () => matrix.world.actors.filter(({ way }) => way.by === 'session');
const slugOf = ({ way }: LeakActor) => (way.by === 'session' ? way.slug : '');
const unknownId = '00000000-0000-4000-8000-000000000000';

const self = (actor: LeakActor) => selfOf(matrix, actor);

/** Pages for those who may do something, not for all who may read. */
const forms = /[/]records[/]exports[/]|[/](edit|charter|places|speaker|end)$|[/]roster[/]|[.]csv$/;
const unknownPages = new Map<string, Awaited<ReturnType<typeof ask>>>();

describe('every page, export and feed', () => {
  test('shows each actor nothing but what was written for them', async () => {
    const tally = new Tally();
    let requests = 0;
    await together(browsing(), async (actor) => {
      for (const address of paths('GET').flatMap((path) =>
        addressesOf(matrix, path, slugOf(actor)),
      )) {
        // An address that opens something by itself does so for everybody.
        if ((address.holder || address.told) && actor.key !== 'visitor') continue;
        requests += 1;
        const answered = await ask(hono, actor, address.path);
        const reader =
          address.holder ?? (address.path.includes(slugOf(actor)) ? actor : self(actor));
        const what = `${reader.key} at ${address.path} (${address.route})`;
        tryAnswer(
          matrix,
          reader,
          answered,
          { what, told: address.told + toldAtOwn(actor, address), asked: address.path },
          tally,
        );
        if (address.about) await tryExistence(actor, address, answered, tally);
      }
    });
    expect(tally.failures).toEqual([]);
    tally.say(`in ${requests.toLocaleString('en')} answers`);
  });
});

/** At the page about themselves people are told more than their seat may read. */
const toldAtOwn = (actor: LeakActor, { path }: Address) =>
  path.startsWith('/account/data') ? toldAboutSelf(matrix, actor) : '';

/** A page is there for those who may read what it is about; for others nothing tells it from no page at all. */
async function tryExistence(
  actor: LeakActor,
  { route, path, about }: Address,
  answered: Awaited<ReturnType<typeof ask>>,
  tally: Tally,
): Promise<void> {
  if (!about) return;
  const id = String(about.row.id);
  const table = tableCalled(matrix.tables, about.table);
  const here = about.row.partnership_id === actor.partnershipId;
  tally.count(actor);
  if (here && maySeeRow(matrix.tables, actor, table, about.row)) {
    if (actor.seat && !forms.test(route) && answered.status !== 200)
      tally.failures.push(`${actor.key} finds ${answered.status} at ${path}`);
    // What the page is about stands on it, or the matrix would be content with empty pages.
    for (const { what, word } of matrix.world.markers.in(titleOf(table.name, about.row)))
      if (!forms.test(route) && answered.status === 200 && !answered.text.includes(word))
        tally.failures.push(`${actor.key} misses “${what}” at ${path}`);
    return;
  }
  const key = `${actor.key} ${path.replace(id, unknownId)}`;
  const none = unknownPages.get(key) ?? (await ask(hono, actor, path.replace(id, unknownId)));
  unknownPages.set(key, none);
  if (none.status !== answered.status || none.text !== answered.text.replaceAll(id, unknownId))
    tally.failures.push(`${actor.key} can tell ${path} from a page that is not there`);
}

function titleOf(table: string, row: Row): string {
  const head = tableCalled(matrix.tables, 'record').rows.find(({ id }) => id === row.id);
  return String(head?.title ?? row.title ?? row.name ?? table);
}
