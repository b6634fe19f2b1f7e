import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TestPartnership } from './test-partnership.ts';

export interface BoardMember {
  personId: string;
  seatId: string;
}

/** A board of any size, put at the table by the database's owner. */
export async function testBoard(
  here: TestPartnership,
  members: number,
): Promise<{ organizationId: string; members: BoardMember[] }> {
  const organizationId = randomUUID();
  const { owner } = here.database;
  const at = here.clock.now();
  const p = here.partnershipId;
  await owner.query(
    `insert into organization (partnership_id, id, name, constituency, created_at) values ($1, $2, 'A board', 'board', $3)`,
    [p, organizationId, at],
  );
  const seated: BoardMember[] = [];
  for (let number = 1; number <= members; number += 1) {
    const member = { personId: randomUUID(), seatId: randomUUID() };
    await owner.query(
      `with who as (insert into person (partnership_id, id, name, created_at) values ($1, $2, $3, $6)),
        place as (insert into seat (partnership_id, id, organization_id, title, created_at) values ($1, $4, $5, $3, $6))
       select`,
      [p, member.personId, `Member ${number}`, member.seatId, organizationId, at],
    );
    await owner.query(
      `insert into term (partnership_id, id, seat_id, person_id, sort, starts_on) values ($1, $2, $3, $4, 'holder', '2026-01-01')`,
      [p, randomUUID(), member.seatId, member.personId],
    );
    seated.push(member);
  }
  return { organizationId, members: seated };
}

/** One transaction of the application's as this member. Answers the code of a refusal, or null. */
export async function asMember(
  here: TestPartnership,
  { personId, seatId }: BoardMember,
  work: (client: PoolClient) => Promise<unknown>,
): Promise<string | null> {
  const client = await here.database.app.connect();
  try {
    await client.query('begin');
    const entered = await client.query<{ entered: boolean }>(
      'select enter_seat($1, $2, $3, $4) as entered',
      [here.partnershipId, personId, seatId, here.clock.now()],
    );
    if (!entered.rows[0]?.entered) throw new Error('Nobody sits there.');
    await work(client);
    await client.query('commit');
    return null;
  } catch (error) {
    await client.query('rollback');
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  } finally {
    client.release();
  }
}

/** A shared record of a kind, without what belongs to the kind. */
export async function testRecord(
  here: TestPartnership,
  kind: string,
  visibleTo = 'partnership',
): Promise<string> {
  const id = randomUUID();
  await here.database.owner.query(
    `insert into record (partnership_id, id, visible_to, kind, title, state, created_at, changed_at)
     values ($1, $2, $3, $4, 'A matter', 'proposed', $5, $5)`,
    [here.partnershipId, id, visibleTo, kind, here.clock.now()],
  );
  return id;
}

export async function testLink(here: TestPartnership, from: string, to: string): Promise<void> {
  await here.database.owner.query(
    'insert into record_link (partnership_id, from_id, to_id, created_at) values ($1, $2, $3, $4)',
    [here.partnershipId, from, to, here.clock.now()],
  );
}

/** An open ballot in which these members have a say. */
export async function testBallot(
  here: TestPartnership,
  teamId: string,
  members: readonly BoardMember[],
): Promise<string> {
  const id = await testRecord(here, 'decision');
  const { owner } = here.database;
  const p = here.partnershipId;
  await owner.query(
    `insert into decision (partnership_id, id, visible_to, team_id, proposal, domain, authority, level, scale, fallback,
       closes_at, review_on) values ($1, $2, 'partnership', $3, 'Try', 'schedule', 'shared', 'joint-consent', 'consent',
       'Nothing', '2099-01-01', '2099-02-01')`,
    [p, id, teamId],
  );
  for (const { seatId } of members) {
    await owner.query(
      `insert into decision_elector (partnership_id, decision_id, seat_id, visible_to, constituency)
       values ($1, $2, $3, 'partnership', 'board')`,
      [p, id, seatId],
    );
  }
  await owner.query(
    `insert into decision_round (partnership_id, decision_id, round, visible_to, proposal, closes_at, opened_at)
     values ($1, $2, 1, 'partnership', 'Try', '2099-01-01', $3)`,
    [p, id, here.clock.now()],
  );
  await owner.query('update decision set opened_at = $3 where partnership_id = $1 and id = $2', [
    p,
    id,
    here.clock.now(),
  ]);
  return id;
}

export function post(here: TestPartnership, member: BoardMember, recordId: string) {
  return asMember(here, member, (client) =>
    client.query(
      `insert into discussion_post (partnership_id, id, record_id, visible_to, seat_id, person_id, body, created_at)
       select partnership_id, $2, id, visible_to, $4, $5, 'What I think.', $6 from record
       where partnership_id = $1 and id = $3`,
      [
        here.partnershipId,
        randomUUID(),
        recordId,
        member.seatId,
        member.personId,
        here.clock.now(),
      ],
    ),
  );
}

export function vote(here: TestPartnership, member: BoardMember, decisionId: string) {
  return asMember(here, member, (client) =>
    client.query(
      `insert into stance (partnership_id, decision_id, round, seat_id, visible_to, person_id, value, entered_at)
       values ($1, $2, 1, $3, $4, $5, 'consent', $6)
       on conflict (partnership_id, decision_id, round, seat_id) do update set value = excluded.value, entered_at = excluded.entered_at`,
      [
        here.partnershipId,
        decisionId,
        member.seatId,
        `person:${member.personId}`,
        member.personId,
        here.clock.now(),
      ],
    ),
  );
}
