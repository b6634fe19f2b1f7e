import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRecord, readChain } from '../../partnership/record/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import {
  formTeam,
  nameToTeam,
  readTeam,
  readTeamSeats,
  readTeams,
  reviseCharter,
  withdrawFromTeam,
} from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const charter = {
  title: 'Attendance committee',
  purpose: 'Find out why students miss school and try what helps.',
  inScope: 'Elementary schools',
  outOfScope: 'The contract',
  norms: 'Start on time.',
  decisionRule: 'consent',
  sunsetOn: null,
} as const;

const form = (
  who: CastName,
  chairs: readonly CastName[],
  more: Partial<Parameters<typeof formTeam>[1]> = {},
) =>
  here.as(who, (ctx) =>
    formTeam(ctx, {
      ...charter,
      sort: 'working-committee',
      visibleTo: 'partnership',
      coChairSeatIds: chairs.map((chair) => here.seats[chair].seatId),
      ...more,
    }),
  );
const stateOf = (teamId: string) =>
  here.as('parent', async (ctx) => (await readTeam(ctx, teamId)).state);
const name = (who: CastName, teamId: string, seat: CastName, role: 'co-chair' | 'member') =>
  here.as(who, (ctx) => nameToTeam(ctx, { teamId, seatId: here.seats[seat].seatId, role }));
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });

test('two sides with a co-chair make a team that works', async () => {
  const id = await form('superintendent', ['superintendent', 'president']);
  await here.as('parent', async (ctx) => {
    expect(await readTeam(ctx, id)).toMatchObject({ ...charter, state: 'working' });
    const members = await readTeamSeats(ctx, id);
    expect(members.map(({ holder, role }) => [holder, role])).toEqual([
      ['superintendent', 'co-chair'],
      ['president', 'co-chair'],
    ]);
  });
});

test('one side alone is still forming; whoever forms it names the other co-chair', async () => {
  const id = await form('superintendent', ['superintendent']);
  expect(await stateOf(id)).toBe('forming');
  await refused(name('superintendent', id, 'representative', 'member'));
  await name('superintendent', id, 'president', 'co-chair');
  expect(await stateOf(id)).toBe('working');
  await refused(name('superintendent', id, 'representative', 'co-chair'));
});

test('each organization names its own seats, and no other does', async () => {
  const id = await form('superintendent', ['superintendent', 'president']);
  await refused(name('superintendent', id, 'representative', 'member'));
  await refused(name('representative', id, 'representative', 'member'));
  await name('president', id, 'representative', 'member');
  await name('parent', id, 'parent', 'member');
  await expect(name('parent', id, 'parent', 'member')).rejects.toMatchObject({
    problems: { seatId: 'team.seated' },
  });
  const raw = here.as('superintendent', (ctx) =>
    ctx.db
      .insertInto('teamSeat')
      .values({
        partnershipId: here.partnershipId,
        teamId: id,
        seatId: here.seats.support.seatId,
        visibleTo: 'partnership',
        role: 'co-chair',
        joinedOn: '2026-10-01',
      })
      .execute(),
  );
  await expect(raw).rejects.toMatchObject({ code: '42501' });
});

test('a seat leaves and comes back, and a team at work keeps two co-chairing sides', async () => {
  const id = await form('superintendent', ['superintendent', 'president']);
  await name('president', id, 'representative', 'member');
  const leave = (who: CastName, seat: CastName) =>
    here.as(who, (ctx) => withdrawFromTeam(ctx, { teamId: id, seatId: here.seats[seat].seatId }));
  await refused(leave('superintendent', 'representative'));
  await leave('president', 'representative');
  const audiences = await here.as('representative', async ({ actor }) => actor.audiences);
  expect(audiences).not.toContain(`team:${id}`);
  await name('president', id, 'representative', 'co-chair');
  await leave('president', 'president');
  await expect(leave('president', 'representative')).rejects.toMatchObject({
    problems: { form: 'team.needs-chairs' },
  });
});

test('leads form teams, and co-chairs form teams beneath theirs', async () => {
  await refused(form('principal', ['principal', 'president']));
  const parent = await form('superintendent', ['principal', 'representative']);
  await refused(form('principal', ['principal', 'president']));
  const child = await form('principal', ['principal', 'representative'], {
    parentTeamId: parent,
  });
  const teams = await here.as('parent', readTeams);
  expect(teams.find(({ id }) => id === child)?.parentTeamId).toBe(parent);
});

test('the goal a team serves leads to it', async () => {
  const goal = await here.as('superintendent', (ctx) =>
    insertRecord(ctx, { kind: 'goal', title: 'Read', state: 'adopted', visibleTo: 'partnership' }),
  );
  const id = await form('superintendent', ['superintendent', 'president'], { goalId: goal });
  const chain = await here.as('parent', (ctx) => readChain(ctx, id));
  expect(chain.map(({ head, distance }) => [head.id, distance])).toEqual([[goal, -1]]);
});

test('co-chairs revise the charter, and the trail keeps what it said before', async () => {
  const id = await form('superintendent', ['superintendent', 'president']);
  await name('parent', id, 'parent', 'member');
  const revise = (who: CastName) =>
    here.as(who, (ctx) => reviseCharter(ctx, id, { ...charter, purpose: 'Something new.' }));
  await refused(revise('parent'));
  await revise('president');
  const trail = await here.as('parent', (ctx) =>
    ctx.db
      .selectFrom('auditEntry')
      .select('details')
      .where('recordId', '=', id)
      .where('action', '=', 'team.charter-revised')
      .executeTakeFirstOrThrow(),
  );
  expect(trail.details).toMatchObject({ before: { purpose: charter.purpose } });
});

test('visitors read public teams without the names of seats, and no others', async () => {
  const open = await form('superintendent', ['superintendent', 'president'], {
    visibleTo: 'public',
  });
  const closed = await form('superintendent', ['superintendent', 'president']);
  await here.asVisitor(async (ctx) => {
    expect((await readTeam(ctx, open)).title).toBe(charter.title);
    expect(await readTeamSeats(ctx, open)).toEqual([]);
    await expect(readTeam(ctx, closed)).rejects.toMatchObject({ status: 404 });
  });
});
