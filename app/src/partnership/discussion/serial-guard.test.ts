import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SerialCount, serialCounts, serialLimit } from '../jurisdiction/index.ts';
import {
  asMember,
  type BoardMember,
  post,
  testBallot,
  testBoard,
  testLink,
  testRecord,
  vote,
} from '../testing/test-board.ts';
import { type TestPartnership, testPartnership } from '../testing/test-partnership.ts';

let here: TestPartnership;
let teamId: string;
beforeAll(async () => {
  here = await testPartnership();
  teamId = await testRecord(here, 'team');
  await here.database.owner.query(
    `insert into team (partnership_id, id, visible_to, sort, purpose, decision_rule)
     values ($1, $2, 'partnership', 'working-committee', 'To try', 'consent')`,
    [here.partnershipId, teamId],
  );
});
afterAll(() => here.close());

const setRules = (rules: { serial?: SerialCount; oneWay?: boolean }) =>
  here.database.owner.query(
    'update jurisdiction set serial = $2, one_way = $3 where partnership_id = $1',
    [here.partnershipId, rules.serial ?? 'quorum', rules.oneWay ?? false],
  );

/** A goal with another goal and two ballots linked to it; and one that has nothing to do with them. */
async function testMatter(members: readonly BoardMember[]) {
  const goal = await testRecord(here, 'goal');
  const other = await testRecord(here, 'goal');
  const ballot = await testBallot(here, teamId, members);
  const further = await testBallot(here, teamId, members);
  await testLink(here, goal, ballot);
  await testLink(here, ballot, other);
  await testLink(here, other, further);
  // Teams belong to every matter and join none.
  const apart = await testRecord(here, 'goal');
  for (const id of [goal, apart]) await testLink(here, id, teamId);
  return { goal, other, ballot, further, apart };
}

const ways = ['post here', 'post there', 'post beneath the ballot', 'vote', 'vote again'] as const;
type Way = (typeof ways)[number];

async function speak(
  member: BoardMember,
  way: Way,
  matter: Awaited<ReturnType<typeof testMatter>>,
) {
  switch (way) {
    case 'post here':
      return post(here, member, matter.goal);
    case 'post there':
      return post(here, member, matter.other);
    case 'post beneath the ballot':
      return post(here, member, matter.ballot);
    case 'vote':
      return vote(here, member, matter.ballot);
    case 'vote again':
      return vote(here, member, matter.further);
  }
}

test('the limit is one short of a meeting, in both ways of counting', () => {
  const sizes = [3, 4, 5, 6, 7, 8, 9, 10, 11];
  expect(sizes.map((members) => serialLimit(members, 'quorum'))).toEqual([
    1, 2, 2, 3, 3, 4, 4, 5, 5,
  ]);
  expect(sizes.map((members) => serialLimit(members, 'majority-of-quorum'))).toEqual([
    1, 1, 2, 2, 2, 2, 2, 3, 3,
  ]);
});

test('the database and the pages count alike', async () => {
  for (const serial of serialCounts) {
    const { rows } = await here.database.owner.query<{ members: number; limit: number }>(
      'select members, serial_limit(members, $1) as limit from generate_series(0, 40) members',
      [serial],
    );
    for (const { members, limit } of rows) expect(limit).toBe(serialLimit(members, serial));
  }
});

describe.each(serialCounts)('counting by %s', (serial) => {
  test.each([
    3, 4, 5, 6, 7, 8, 9, 10, 11,
  ])('in a board of %i never one too many speaks, whatever the order', async (size) => {
    await setRules({ serial });
    const { members } = await testBoard(here, size);
    const limit = serialLimit(size, serial);
    const steps = fc.array(fc.record({ who: fc.nat(size - 1), way: fc.constantFrom(...ways) }), {
      minLength: size,
      maxLength: 2 * size,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        const matter = await testMatter(members);
        const spoken = new Set<number>();
        for (const { who, way } of order) {
          const may = spoken.has(who) || spoken.size < limit;
          expect(await speak(members[who]!, way, matter)).toBe(may ? null : 'CS001');
          if (may) spoken.add(who);
          expect(spoken.size).toBeLessThanOrEqual(limit);
        }
        // Another matter begins anew.
        expect(await post(here, members[order.at(-1)!.who]!, matter.apart)).toBeNull();
      }),
      { numRuns: 6, seed: 20261122 + size },
    );
  });
});

test('members who speak in the same moment are counted one after the other', async () => {
  await setRules({});
  const { members } = await testBoard(here, 7);
  for (let round = 0; round < 5; round += 1) {
    const matter = await testMatter(members);
    const answers = await Promise.all(
      members.map((member, at) => speak(member, ways[(at + round) % ways.length]!, matter)),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(serialLimit(7, 'quorum'));
    expect(answers.filter((answer) => answer === 'CS001')).toHaveLength(4);
  }
});

test('a transaction that waits counts what the one before it wrote', async () => {
  await setRules({});
  const { members } = await testBoard(here, 3);
  const goal = await testRecord(here, 'goal');
  const [first, second] = members as [BoardMember, BoardMember, BoardMember];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let wrote = () => {};
  const written = new Promise<void>((resolve) => {
    wrote = resolve;
  });
  const slow = asMember(here, first, async (client) => {
    await client.query(
      `insert into discussion_post (partnership_id, id, record_id, visible_to, seat_id, person_id, body, created_at)
       values ($1, gen_random_uuid(), $2, 'partnership', $3, $4, 'First.', $5)`,
      [here.partnershipId, goal, first.seatId, first.personId, here.clock.now()],
    );
    wrote();
    await held;
  });
  await written;
  const waiting = post(here, second, goal);
  const early = await Promise.race([
    waiting,
    new Promise((done) => setTimeout(done, 150, 'waits')),
  ]);
  expect(early).toBe('waits');
  release();
  expect(await slow).toBeNull();
  expect(await waiting).toBe('CS001');
});

test('a hat does not hide who wears it', async () => {
  await setRules({});
  const { members } = await testBoard(here, 3);
  const [first, second] = members as [BoardMember, BoardMember, BoardMember];
  const parents = here.seats.parent.organizationId;
  const seatId = here.random.uuid();
  await here.database.owner.query(
    `insert into seat (partnership_id, id, organization_id, title, created_at) values ($1, $2, $3, 'A parent', $4)`,
    [here.partnershipId, seatId, parents, here.clock.now()],
  );
  await here.database.owner.query(
    `insert into term (partnership_id, id, seat_id, person_id, sort, starts_on) values ($1, gen_random_uuid(), $2, $3, 'holder', '2026-01-01')`,
    [here.partnershipId, seatId, second.personId],
  );
  const goal = await testRecord(here, 'goal');
  expect(await post(here, first, goal)).toBeNull();
  expect(await post(here, { ...second, seatId }, goal)).toBe('CS001');
  // Whoever is on no public body writes on.
  expect(await post(here, here.seats.president, goal)).toBeNull();
  expect(await post(here, here.seats.parent, goal)).toBeNull();
});

test('where one opinion is deliberation, the first that a quorum can read is refused', async () => {
  await setRules({ oneWay: true });
  const { members } = await testBoard(here, 5);
  const goal = await testRecord(here, 'goal');
  expect(await post(here, members[0]!, goal)).toBe('CS001');
  // What fewer than a quorum can read is counted as everywhere else.
  await here.database.owner.query(
    `insert into team_seat (partnership_id, team_id, seat_id, visible_to, role, joined_on)
     values ($1, $2, $3, 'partnership', 'member', '2026-01-01')`,
    [here.partnershipId, teamId, members[0]!.seatId],
  );
  const closed = await testRecord(here, 'goal', `team:${teamId}`);
  expect(await post(here, members[0]!, closed)).toBeNull();
  await setRules({});
});

test('a board that is larger than its seats here is counted by its size', async () => {
  await setRules({});
  const { members, organizationId } = await testBoard(here, 3);
  const goal = await testRecord(here, 'goal');
  await here.database.owner.query(
    'update jurisdiction set board_sizes = jsonb_build_object($2::text, 7) where partnership_id = $1',
    [here.partnershipId, organizationId],
  );
  for (const member of members) expect(await post(here, member, goal)).toBeNull();
  await here.database.owner.query(
    `update jurisdiction set board_sizes = '{}' where partnership_id = $1`,
    [here.partnershipId],
  );
  const another = await testRecord(here, 'goal');
  const answers = [];
  for (const member of members) answers.push(await post(here, member, another));
  expect(answers).toEqual([null, 'CS001', 'CS001']);
});

test('what a caucus says counts there, thread by thread, and nowhere else', async () => {
  await setRules({});
  const { members, organizationId } = await testBoard(here, 3);
  const [first, second] = members as [BoardMember, BoardMember, BoardMember];
  const threads = [here.random.uuid(), here.random.uuid()];
  const caucus = [here.partnershipId, organizationId, `caucus:${organizationId}`, first.personId];
  // As good as any ciphertext: what is written is never read here.
  const sealed = `'\\x01'::bytea || decode(repeat('00', 284), 'hex')`;
  await here.database.owner.query(
    `insert into caucus_generation (partnership_id, organization_id, generation, visible_to, recovery_recipient,
       recovery_wrapped, recovery_statement, made_by, made_at)
     values ($1, $2, 1, $3, 'age1' || repeat('q', 58), convert_to('age-encryption.org/v1', 'UTF8'), ${sealed}, $4, $5)`,
    [...caucus, here.clock.now()],
  );
  for (const id of threads) {
    await here.database.owner.query(
      `insert into caucus_thread (partnership_id, organization_id, id, visible_to, generation, person_id, head,
         created_at, changed_at) values ($1, $2, $5, $3, 1, $4, ${sealed}, $6, $6)`,
      [...caucus, id, here.clock.now()],
    );
  }
  const write = (member: BoardMember, threadId: string) =>
    asMember(here, member, (client) =>
      client.query(
        `insert into caucus_post (partnership_id, organization_id, id, thread_id, visible_to, generation, person_id,
           version, body, created_at, changed_at)
         values ($1, $2, gen_random_uuid(), $4, $3, 1, $5, 1, ${sealed}, $6, $6)`,
        [...caucus.slice(0, 3), threadId, member.personId, here.clock.now()],
      ),
    );
  expect(await write(first, threads[0]!)).toBeNull();
  expect(await write(first, threads[0]!)).toBeNull();
  expect(await write(second, threads[0]!)).toBe('CS001');
  expect(await write(second, threads[1]!)).toBeNull();
  const goal = await testRecord(here, 'goal');
  expect(await post(here, second, goal)).toBeNull();
});

test('after the board has met, with the public told before, its members begin anew', async () => {
  await setRules({});
  const { members } = await testBoard(here, 3);
  const [first, second] = members as [BoardMember, BoardMember, BoardMember];
  const goal = await testRecord(here, 'goal');
  expect(await post(here, first, goal)).toBeNull();
  expect(await post(here, second, goal)).toBe('CS001');
  const { owner } = here.database;
  const p = here.partnershipId;
  const [team, meeting] = [await testRecord(here, 'team'), await testRecord(here, 'meeting')];
  const metAt = new Date(here.clock.now().getTime() + 60_000);
  await owner.query(
    `insert into team (partnership_id, id, visible_to, sort, purpose, decision_rule, creation_authority)
     values ($1, $2, 'partnership', 'partner-group', 'To govern', 'majority', 'board-itself')`,
    [p, team],
  );
  await owner.query(
    `insert into team_seat (partnership_id, team_id, seat_id, visible_to, role, joined_on)
     values ($1, $2, $3, 'partnership', 'co-chair', '2026-01-01')`,
    [p, team, first.seatId],
  );
  await owner.query(
    `insert into meeting (partnership_id, id, visible_to, team_id, starts_at, duration_minutes, quorum_each_side)
     values ($1, $2, 'partnership', $3, $4, 60, 1)`,
    [p, meeting, team, metAt],
  );
  await owner.query(`update record set state = 'held' where partnership_id = $1 and id = $2`, [
    p,
    meeting,
  ]);
  here.clock.advance(2 * 3_600_000);
  // It was held, and nobody was told: it does not count.
  expect(await post(here, second, goal)).toBe('CS001');
  await owner.query(
    `insert into meeting_notice (partnership_id, id, meeting_id, visible_to, team_id, body_name, title, starts_at,
       duration_minutes, place, sort, reason, items, due_at, posted_at, posted_by_seat)
     values ($1, gen_random_uuid(), $2, 'public', $3, 'A board', 'Meeting', $4, 60, '', 'regular', '', '{}', $4, $4, $5)`,
    [p, meeting, team, metAt, first.seatId],
  );
  expect(await post(here, second, goal)).toBeNull();
  expect(await post(here, first, goal)).toBe('CS001');
});
