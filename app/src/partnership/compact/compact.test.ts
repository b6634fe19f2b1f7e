import { afterAll, beforeAll, expect, test } from 'vitest';
import { endTerm, readTerms } from '../seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../testing/test-partnership.ts';
import { ratifyCompact, writeCompact } from './server.ts';

let it: TestPartnership;
beforeAll(async () => {
  it = await testPartnership();
});
afterAll(() => it.close());

const leave = (who: CastName) =>
  it.as(who, async (ctx) => {
    const [term] = await readTerms(ctx, it.seats[who].seatId);
    if (!term) throw new Error(`${who} holds no term`);
    await endTerm(ctx, term.id);
  });

test('a compact is in force when all who sit have ratified, and never by one side alone', async () => {
  for (const who of ['board', 'parent', 'support'] as const) await leave(who);
  const text = { title: 'Compact', preamble: '', principles: 'One', behaviors: 'Two' };
  const write = () => it.as('superintendent', (ctx) => writeCompact(ctx, text));
  const first = await write();
  const ratify = (who: CastName, id: string) => it.as(who, (ctx) => ratifyCompact(ctx, id));
  expect(await ratify('superintendent', first)).toEqual({ inForce: false });
  expect(await ratify('president', first)).toEqual({ inForce: true });
  await leave('president');
  const second = await write();
  expect(await ratify('superintendent', second)).toEqual({ inForce: false });
});
