import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  answerJointChange,
  readJointChange,
  registerJointChange,
} from '../../partnership/joint-change/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import {
  describePlaces,
  formTeam,
  nameToTeam,
  proposePlaces,
  readPlaces,
  withdrawFromTeam,
} from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  registerJointChange('composition', { describe: describePlaces });
  here = await testPartnership();
});
afterAll(() => here.close());

const organization = (who: CastName) => here.seats[who].organizationId;

/** A team of superintendent and president, one place each. */
const form = () =>
  here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Small team',
      purpose: 'Begin small.',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'working-committee',
      visibleTo: 'partnership',
      coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
      places: {},
    }),
  );
const propose = (who: CastName, teamId: string, wanted: [CastName, number, number][]) =>
  here.as(who, (ctx) =>
    proposePlaces(ctx, {
      teamId,
      wanted: wanted.map(([of, places, chairs]) => ({
        organizationId: organization(of),
        places,
        chairs,
      })),
      reason: 'More hands.',
    }),
  );
const agree = (who: CastName, id: string) =>
  here.as(who, (ctx) => answerJointChange(ctx, { id, answer: 'agree', reason: '' }));
const places = async (teamId: string, who: CastName) =>
  (await here.as('board', (ctx) => readPlaces(ctx, teamId))).find(
    ({ organizationId }) => organizationId === organization(who),
  )?.places ?? 0;
const name = (who: CastName, teamId: string, seat: CastName) =>
  here.as(who, (ctx) =>
    nameToTeam(ctx, { teamId, seatId: here.seats[seat].seatId, role: 'member' }),
  );
const problem = (work: Promise<unknown>, code: string) =>
  expect(work).rejects.toMatchObject({ problems: { form: code } });
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });

test('more places take both sides and the organization that gets them', async () => {
  const team = await form();
  await problem(name('president', team, 'representative'), 'team.no-place');
  const change = await propose('president', team, [['president', 2, 1]]);
  await problem(name('president', team, 'representative'), 'team.no-place');
  expect(await agree('superintendent', change)).toBe('agreed');
  await name('president', team, 'representative');
  expect(await places(team, 'president')).toBe(2);
});

test('nobody gets a place without their own yes, nor loses one', async () => {
  const team = await form();
  const invited = await propose('superintendent', team, [['parent', 1, 0]]);
  expect(await agree('president', invited)).toBe('waiting');
  // The organization that is asked in has no place yet, and speaks for itself all the same.
  expect(await agree('parent', invited)).toBe('agreed');
  await name('parent', team, 'parent');
  const smaller = await propose('superintendent', team, [['parent', 0, 0]]);
  expect(await agree('president', smaller)).toBe('waiting');
  // Not while somebody sits there.
  await problem(agree('parent', smaller), 'change.places-taken');
  await here.as('parent', (ctx) =>
    withdrawFromTeam(ctx, { teamId: team, seatId: here.seats.parent.seatId }),
  );
  expect(await agree('parent', smaller)).toBe('agreed');
  await problem(name('parent', team, 'parent'), 'team.no-place');
});

test('an organization that is only asked in speaks for itself, and for no side of the team', async () => {
  const team = await form();
  const change = await propose('superintendent', team, [['support', 1, 0]]);
  expect(await agree('support', change)).toBe('waiting');
  expect(await places(team, 'support')).toBe(0);
  expect(await agree('president', change)).toBe('agreed');
});

test('co-chairs of one organization alone are no team, and nothing is no change', async () => {
  const team = await form();
  await problem(propose('superintendent', team, [['president', 1, 0]]), 'team.one-side');
  await problem(propose('superintendent', team, [['president', 1, 2]]), 'team.chairs-over');
  await problem(propose('superintendent', team, [['president', 1, 1]]), 'team.same-places');
});

test('who is not on the team and has no place there proposes nothing', async () => {
  const team = await form();
  await refused(propose('board', team, [['board', 1, 0]]));
  await refused(propose('representative', team, [['president', 2, 1]]));
});

test('a change that no longer fits what is there is not carried out', async () => {
  const team = await form();
  const change = await propose('president', team, [['president', 2, 1]]);
  await here.database.owner.query(
    'update team_place set places = 3 where team_id = $1 and organization_id = $2',
    [team, organization('superintendent')],
  );
  await problem(agree('superintendent', change), 'change.stale');
});

test('the database takes no composition that could not be', async () => {
  const team = await form();
  for (const wanted of [
    [],
    [{ organizationId: organization('president'), places: 2, chairs: 1 }],
    [
      { organizationId: organization('president'), places: 1, chairs: 1 },
      { organizationId: organization('superintendent'), places: 1, chairs: 0 },
    ],
    [
      { organizationId: organization('president'), places: 1, chairs: 2 },
      { organizationId: organization('superintendent'), places: 1, chairs: 1 },
    ],
    [
      { organizationId: organization('president'), places: 1, chairs: 1 },
      { organizationId: organization('superintendent'), places: 1, chairs: 1 },
      { organizationId: here.partnershipId, places: 1, chairs: 0 },
    ],
  ])
    await expect(
      here.as('superintendent', (ctx) =>
        ctx.db.executeQuery(
          CompiledQuery.raw(
            `select propose_joint_change($1, 'composition', $2, '{}', $3, 'x', $4)`,
            [here.random.uuid(), team, JSON.stringify({ places: wanted }), here.clock.now()],
          ),
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
});

test('before and after are told in words', async () => {
  const team = await form();
  const change = await propose('president', team, [['president', 3, 1]]);
  const told = await here.as('board', async (ctx) =>
    describePlaces(ctx, await readJointChange(ctx, change), 'en'),
  );
  expect(told).toEqual({
    before: [
      '2 places in all',
      'Test Administration: 1 place, 1 of them co-chair',
      'Test Education Association: 1 place, 1 of them co-chair',
    ],
    after: [
      '4 places in all',
      'Test Administration: 1 place, 1 of them co-chair',
      'Test Education Association: 3 places, 1 of them co-chair',
    ],
  });
});
