import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRecord, readChain } from '../../partnership/record/server.ts';
import { addSeat } from '../../partnership/seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import {
  formTeam,
  nameToTeam,
  readPlaces,
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

const leave = (who: CastName, teamId: string, seat: CastName) =>
  here.as(who, (ctx) => withdrawFromTeam(ctx, { teamId, seatId: here.seats[seat].seatId }));

test('a seat leaves by itself or by its organization, and its place stays empty until filled', async () => {
  const id = await form('superintendent', ['superintendent', 'president']);
  await name('president', id, 'representative', 'member');
  await refused(leave('superintendent', id, 'representative'));
  await leave('representative', id, 'representative');
  const audiences = await here.as('representative', async ({ actor }) => actor.audiences);
  expect(audiences).not.toContain(`team:${id}`);
  await refused(leave('superintendent', id, 'president'));
  await leave('president', id, 'president');
  expect(await stateOf(id)).toBe('working');
  await name('president', id, 'representative', 'co-chair');
  const places = await here.as('parent', (ctx) => readPlaces(ctx, id));
  expect(places.find(({ constituency }) => constituency === 'educators')).toMatchObject({
    places: 2,
    chairs: 1,
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

const raw = (who: CastName, text: string, values: unknown[]) =>
  here.as(who, (ctx) => ctx.db.executeQuery(CompiledQuery.raw(text, values)));

test('a team at work has the places that were agreed, and no more by anybody’s own hand', async () => {
  const { president, representative, superintendent, parent } = here.seats;
  const id = await form('superintendent', ['superintendent', 'president'], {
    places: { [president.organizationId]: 1, [superintendent.organizationId]: 2 },
  });
  const problem = (work: Promise<unknown>, code: string) =>
    expect(work).rejects.toMatchObject({ problems: { form: code } });
  await problem(name('president', id, 'representative', 'member'), 'team.no-place');
  await problem(name('superintendent', id, 'principal', 'co-chair'), 'team.no-chair-place');
  await name('superintendent', id, 'principal', 'member');
  await problem(name('parent', id, 'parent', 'member'), 'team.no-place');
  const seat = `insert into team_seat (partnership_id, team_id, seat_id, visible_to, role, joined_on)
    values ($1, $2, $3, 'partnership', $4, '2026-10-01')`;
  for (const [who, seatId, role] of [
    ['president', representative.seatId, 'member'],
    ['parent', parent.seatId, 'member'],
    ['superintendent', representative.seatId, 'member'],
  ] as const) {
    const tried = raw(who, seat, [here.partnershipId, id, seatId, role]);
    await expect(tried).rejects.toMatchObject({ code: '42501' });
  }
  for (const [text, values] of [
    [
      "update team_seat set role = 'co-chair' where team_id = $1 and seat_id = $2",
      [id, here.seats.principal.seatId],
    ],
    ['update team_place set places = 9 where team_id = $1 and places = $2', [id, 1]],
    [
      `insert into team_place (partnership_id, team_id, organization_id, visible_to, places, chairs)
        select partnership_id, team_id, $2, visible_to, 5, 0 from team_place where team_id = $1 limit 1`,
      [id, parent.organizationId],
    ],
  ] as const)
    await expect(raw('superintendent', text, [...values]), text).rejects.toMatchObject({
      code: '42501',
    });
  const unseat = await raw(
    'superintendent',
    "update team_seat set left_on = '2026-10-01' where team_id = $1 and seat_id = $2",
    [id, president.seatId],
  );
  expect(unseat.numAffectedRows).toBe(0n);
});

test('two who take the last place in one moment: one gets it', async () => {
  const { president, superintendent } = here.seats;
  const id = await form('superintendent', ['superintendent', 'representative'], {
    places: { [president.organizationId]: 2, [superintendent.organizationId]: 1 },
  });
  const second = await here.as('president', async (ctx) =>
    addSeat(ctx, { organizationId: ctx.actor.seat.organizationId, title: 'Second', lead: false }),
  );
  const both = await Promise.allSettled([
    name('president', id, 'president', 'member'),
    here.as('representative', (ctx) =>
      nameToTeam(ctx, { teamId: id, seatId: second, role: 'member' }),
    ),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
