import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRecord, readChain } from '../../partnership/record/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { formTeam } from '../team/server.ts';
import { isOverdue } from './index.ts';
import {
  addAction,
  closeAction,
  handOnAction,
  readAction,
  readClosedActions,
  readMyActions,
  readOpenActions,
} from './server.ts';

let here: TestPartnership;
let teamId: string;
beforeAll(async () => {
  here = await testPartnership();
  teamId = await here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Steer together.',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo: 'partnership',
      coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
    }),
  );
});
afterAll(() => here.close());

const add = (
  owner: CastName,
  more: Partial<Parameters<typeof addAction>[1]> = {},
  who: CastName = 'principal',
) =>
  here.as(who, (ctx) =>
    addAction(ctx, {
      title: 'Ask the families',
      ownerSeat: here.seats[owner].seatId,
      dueOn: '2026-11-01',
      details: 'All six schools.',
      ...more,
    }),
  );
const close = (who: CastName, actionId: string, as: 'done' | 'dropped' = 'done') =>
  here.as(who, (ctx) => closeAction(ctx, { actionId, as, note: 'Here is how.' }));
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });

test('the owner closes an action with a note, once', async () => {
  const id = await add('parent');
  const mine = await here.as('parent', readMyActions);
  expect(mine.map((action) => action.id)).toContain(id);
  await refused(close('board', id));
  await close('parent', id);
  await refused(close('parent', id));
  await here.as('board', async (ctx) => {
    expect(await readAction(ctx, id)).toMatchObject({ state: 'done', closingNote: 'Here is how.' });
    expect((await readClosedActions(ctx, 10)).map((action) => action.id)).toContain(id);
    expect((await readOpenActions(ctx)).map((action) => action.id)).not.toContain(id);
  });
});

test('co-chairs close and hand on what is their team’s; its maker does without a team', async () => {
  const id = await add('parent', { teamId });
  await refused(close('principal', id));
  const hand = (who: CastName, actionId: string, to: CastName) =>
    here.as(who, (ctx) =>
      handOnAction(ctx, { actionId, ownerSeat: here.seats[to].seatId, dueOn: '2026-12-01' }),
    );
  await refused(hand('board', id, 'board'));
  await hand('president', id, 'board');
  const handed = await here.as('parent', (ctx) => readAction(ctx, id));
  expect(handed).toMatchObject({ ownerSeat: here.seats.board.seatId, dueOn: '2026-12-01' });
  await refused(close('parent', id));
  await close('president', id, 'dropped');
  await close('principal', await add('parent'), 'dropped');
});

test('an action is seen by those who see what it came from, and owned by one of them', async () => {
  const source = await here.as('president', (ctx) =>
    insertRecord(ctx, {
      kind: 'meeting',
      title: 'Ours',
      state: 'held',
      visibleTo: `team:${teamId}`,
    }),
  );
  await expect(add('parent', { fromId: source, teamId }, 'president')).rejects.toMatchObject({
    problems: { ownerSeat: 'choose-one' },
  });
  await refused(add('parent', { fromId: source }, 'parent'));
  const id = await add('superintendent', { fromId: source, teamId }, 'president');
  const chain = await here.as('superintendent', (ctx) => readChain(ctx, source));
  expect(chain.map(({ head, distance }) => [head.id, distance])).toEqual([[id, 1]]);
  await expect(here.as('parent', (ctx) => readAction(ctx, id))).rejects.toMatchObject({
    status: 404,
  });
});

test('an action is overdue from the day after it was due, until it is closed', () => {
  const action = { state: 'open', dueOn: '2026-11-01' } as const;
  expect(isOverdue(action, '2026-11-01')).toBe(false);
  expect(isOverdue(action, '2026-11-02')).toBe(true);
  expect(isOverdue({ ...action, state: 'done' }, '2026-11-02')).toBe(false);
});
