import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCopy, openRequest, reviewRequest } from '../src/partnership/export/server.ts';
import { tryAnswer } from './answers.ts';
import type { Matrix } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';
import type { LeakActor } from './may-see.ts';
import { tableCalled } from './tables.ts';
import { Tally } from './tally.ts';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await buildMatrix();
});
afterAll(() => matrix.world.close());

type Asked = Pick<Parameters<typeof openRequest>[1], 'scope' | 'record' | 'person'>;

/** Looked through and made, as the routes do it, and opened again. */
async function copyOf({ key }: LeakActor, asked: Asked): Promise<string> {
  const { world } = matrix;
  const id = await world.as(key, (ctx) =>
    openRequest(ctx, {
      askedBy: 'Somebody',
      askedOn: '2026-09-30',
      locale: 'en',
      withOwn: true,
      ...asked,
    }),
  );
  await world.as(key, (ctx) => reviewRequest(ctx, id, true));
  const zip = await world.as(key, (ctx) => makeCopy(ctx, id));
  return Object.entries(unzipSync(zip))
    .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString()}`)
    .join('\n');
}

const leads = () =>
  matrix.world.actors.filter(({ seat, key }) => seat?.lead && !key.includes(' as '));

test('a copy holds what its preparer may read, and no word or id of others', async () => {
  const tally = new Tally();
  let copies = 0;
  // A meeting in the open is announced to everybody, and the rounds that vote there name it.
  const notices = JSON.stringify(
    tableCalled(matrix.tables, 'meeting_notice').rows.map(({ meeting_id }) => meeting_id),
  );
  for (const actor of leads()) {
    const own = tableCalled(matrix.tables, 'record').rows.find(
      (row) => row.visible_to === `caucus:${actor.seat?.organizationId}`,
    );
    const somebody = tableCalled(matrix.tables, 'person').rows.find(
      (row) => row.partnership_id === actor.partnershipId && row.id !== actor.seat?.personId,
    );
    const wanted: Asked[] = [
      { scope: 'partnership' },
      { scope: 'person', person: String(somebody?.id) },
      ...(own ? [{ scope: 'topic', record: String(own.id) } as const] : []),
    ];
    for (const asked of wanted) {
      const text = await copyOf(actor, asked);
      copies += 1;
      const what = `${actor.key}’s copy of ${asked.scope}`;
      tryAnswer(matrix, actor, { status: 200, text }, { what, told: notices, asked: '' }, tally);
    }
    const text = await copyOf(actor, { scope: 'partnership' });
    const written = matrix.world.markers.all.filter(
      ({ partnershipId, visibleTo }) =>
        partnershipId === actor.partnershipId && visibleTo === 'partnership',
    );
    // Or the matrix would be content with empty copies.
    const there = written.filter(({ word }) => text.includes(word));
    expect(there.length / written.length).toBeGreaterThan(0.9);
  }
  expect(tally.failures).toEqual([]);
  console.log(`${tally.pairs.toLocaleString('en')} pairs in ${copies} copies`);
}, 300_000);
