import type { PoolClient } from 'pg';

/** What the operator's command learns: whether it may go on, and whom to write to. */
export interface LeadSeat {
  seatId: string;
  personId: string;
  accountId: string;
  organizationId: string;
}

export interface ResetState {
  id: string;
  askedAt: Date;
  opensAt: Date;
  stoppedAt: Date | null;
  givenAt: Date | null;
  seats: [string, string];
  people: [string, string];
}

type Client = Pick<PoolClient, 'query'>;

export async function findPartnership(client: Client, slug: string) {
  const { rows } = await client.query<{
    id: string;
    slug: string;
    name: string;
    timeZone: string;
    demo: boolean;
  }>(
    'select id, slug, name, time_zone as "timeZone", demo from partnership where slug = $1 for update',
    [slug],
  );
  return rows[0];
}

/** These of the seats that lead an organization and are held today by somebody with an account. */
export async function heldLeadSeats(
  client: Client,
  partnershipId: string,
  seatIds: readonly string[],
  at: Date,
): Promise<LeadSeat[]> {
  const { rows } = await client.query<LeadSeat>(
    `select s.id as "seatId", p.id as "personId", p.account_id as "accountId", s.organization_id as "organizationId"
     from seat s
     join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id and t.sort = 'holder'
       and term_runs(t, local_day(s.partnership_id, $3))
     join person p on p.partnership_id = s.partnership_id and p.id = t.person_id and p.account_id is not null
     where s.partnership_id = $1 and s.id = any ($2::uuid[]) and s.lead and s.closed_on is null
     order by array_position($2::uuid[], s.id)`,
    [partnershipId, seatIds, at],
  );
  return rows;
}

/** The latest one. */
export async function latestReset(client: Client, partnershipId: string) {
  const { rows } = await client.query<ResetState>(
    `select id, asked_at as "askedAt", opens_at as "opensAt", stopped_at as "stoppedAt", given_at as "givenAt",
       array[first_seat, second_seat] as seats, array[first_person, second_person] as people
     from sign_in_reset where partnership_id = $1 order by asked_at desc limit 1`,
    [partnershipId],
  );
  return rows[0];
}

export async function insertReset(
  client: Client,
  reset: {
    partnershipId: string;
    id: string;
    seats: readonly [LeadSeat, LeadSeat];
    at: Date;
    opensAt: Date;
  },
): Promise<void> {
  const [first, second] = reset.seats;
  await client.query(
    `insert into sign_in_reset (partnership_id, id, first_seat, first_person, second_seat, second_person,
       asked_at, opens_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      reset.partnershipId,
      reset.id,
      first.seatId,
      first.personId,
      second.seatId,
      second.personId,
      reset.at,
      reset.opensAt,
    ],
  );
}

export async function markGiven(client: Client, partnershipId: string, id: string, at: Date) {
  await client.query(
    'update sign_in_reset set given_at = $3 where partnership_id = $1 and id = $2',
    [partnershipId, id, at],
  );
}

/** A line that everybody at the table reads, of nobody at the table. */
export async function auditOfOperator(
  client: Client,
  partnershipId: string,
  action: string,
  at: Date,
): Promise<void> {
  await client.query(
    `select set_identity($1, null, null, null, false, array['public', 'partnership'], null, null)`,
    [partnershipId],
  );
  await client.query(`select audit_write(null, null, $1, $2, 'partnership', null, '{}')`, [
    action,
    at,
  ]);
}

/** Everybody who leads an organization today, holder or alternate, with where their letters go. */
export async function leadsToTell(client: Client, partnershipId: string, at: Date) {
  const { rows } = await client.query<{ email: string; locale: 'en' | 'es' }>(
    `select distinct u.email, u.locale
     from seat s
     join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
       and term_runs(t, local_day(s.partnership_id, $2))
     join person p on p.partnership_id = s.partnership_id and p.id = t.person_id
     join auth."user" u on u.id = p.account_id and not u.demo
     where s.partnership_id = $1 and s.lead and s.closed_on is null order by 1`,
    [partnershipId, at],
  );
  return rows;
}

export async function insertLetter(
  client: Client,
  letter: {
    id: string;
    partnershipId: string;
    at: Date;
    to: string;
    subject: string;
    body: string;
  },
): Promise<void> {
  await client.query(
    `insert into mail (id, partnership_id, to_address, subject, body, created_at, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $6)`,
    [letter.id, letter.partnershipId, letter.to, letter.subject, letter.body, letter.at],
  );
}

/** For whoever holds the token: as a mailed link, only that the operator passes it on. */
export async function insertResetTicket(
  client: Client,
  ticket: { tokenHash: Uint8Array; accountId: string; expiresAt: Date },
): Promise<void> {
  await client.query(
    `insert into auth.ticket (token_hash, purpose, account_id, content, expires_at)
     values ($1, 'reset', $2, '{}', $3)`,
    [Buffer.from(ticket.tokenHash), ticket.accountId, ticket.expiresAt],
  );
}
