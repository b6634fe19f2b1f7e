import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { bytesParameter } from '../../platform/database/database.ts';
import { type Account, type Actor, nobody, type PartnershipHere, type SeatHeld } from './actor.ts';

interface EnteredRow {
  accountId: string | null;
  name: string | null;
  email: string | null;
  locale: string | null;
  demo: boolean | null;
  seats: Record<string, unknown>[] | null;
  acting: {
    partnership: Record<string, unknown>;
    person_id: string | null;
    seat_id: string | null;
    audiences: string[];
  } | null;
}

/**
 * Gives the transaction its identity and returns it. The database looks up the session, the seats
 * and their terms; a seat that ended a minute ago is not entered.
 */
export async function enterSession(
  db: Database,
  session: { token: string | null; slug: string | null; wantedSeat: string | null; at: Date },
): Promise<Actor> {
  const { rows } = await sql<EnteredRow>`
    select * from enter_session(${session.token}, ${session.slug}, ${session.wantedSeat}::uuid, ${session.at})
  `.execute(db);
  const row = rows[0];
  if (!row) return nobody;
  const seats = (row.seats ?? []).map(seatHeld);
  return {
    account: account(row),
    partnership: row.acting ? partnershipHere(row.acting.partnership) : null,
    seat: seats.find((seat) => seat.seatId === row.acting?.seat_id) ?? null,
    audiences: row.acting?.audiences ?? ['public'],
    seats,
  };
}

/** Acts as one seat, known by ids: for feeds, jobs and the demo's history. False when the term is not running. */
export async function enterSeat(
  db: Database,
  seat: { partnershipId: string; personId: string; seatId: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql<{ entered: boolean }>`
    select enter_seat(${seat.partnershipId}, ${seat.personId}, ${seat.seatId}, ${seat.at}) as entered
  `.execute(db);
  return rows[0]?.entered ?? false;
}

/** Whose records the entered seat may read. */
export async function readAudiences(db: Database): Promise<string[]> {
  const { rows } = await sql<{ audiences: string[] }>`select me_audiences() as audiences`.execute(
    db,
  );
  return rows[0]?.audiences ?? ['public'];
}

/** A person without an account, by a listening link that is open today. */
export async function enterLink(db: Database, token: string, at: Date): Promise<Actor | null> {
  const { rows } = await sql<{ partnershipId: string | null }>`
    select enter_link(${token}, ${at}) as partnership_id
  `.execute(db);
  return rows[0]?.partnershipId ? guestOf(db) : null;
}

/** The same person later, by the receipt of one voice. Returns the voice's id with the actor. */
export async function enterReceipt(
  db: Database,
  receiptHash: Uint8Array,
): Promise<{ actor: Actor; voiceId: string } | null> {
  const { rows } = await sql<{ voiceId: string | null }>`
    select enter_receipt(${bytesParameter(receiptHash)}) as voice_id
  `.execute(db);
  const voiceId = rows[0]?.voiceId;
  return voiceId ? { actor: await guestOf(db), voiceId } : null;
}

async function guestOf(db: Database): Promise<Actor> {
  const here = await db.selectFrom('partnership').selectAll().executeTakeFirstOrThrow();
  return { ...nobody, partnership: partnershipHere({ ...here, time_zone: here.timeZone }) };
}

function account(row: EnteredRow): Account | null {
  if (!row.accountId) return null;
  return {
    id: row.accountId,
    name: row.name ?? '',
    email: row.email ?? '',
    locale: row.locale ?? 'en',
    demo: row.demo ?? false,
  };
}

// Rows inside jsonb keep the database's own column names.
function seatHeld(row: Record<string, unknown>): SeatHeld {
  return {
    partnershipId: row.partnership_id,
    slug: row.slug,
    partnershipName: row.partnership_name,
    personId: row.person_id,
    seatId: row.seat_id,
    title: row.title,
    lead: row.lead,
    sort: row.sort,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    constituency: row.constituency,
  } as SeatHeld;
}

function partnershipHere(row: Record<string, unknown>): PartnershipHere {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    level: row.level,
    place: row.place,
    timeZone: row.time_zone,
    locale: row.locale,
    demo: row.demo,
  } as PartnershipHere;
}
