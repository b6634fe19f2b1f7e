import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../../partnership/access/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { signerWith } from '../../platform/signer.ts';
import { formTeam, nameToTeam } from '../team/server.ts';
import {
  calendarToken,
  enterCalendar,
  planMeeting,
  readCalendarToken,
  readSeatCalendar,
  renderCalendar,
  skipMeeting,
  startSeries,
} from './server.ts';

let here: TestPartnership;
const signer = signerWith('test');
const ownerOf = (who: CastName) => ({ partnershipId: here.partnershipId, ...here.seats[who] });

beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

/** What a calendar program gets; null where the address leads nowhere. */
async function feed(who: CastName): Promise<string | null> {
  return inTransaction(here.db, async (db) => {
    const owner = readCalendarToken(signer, calendarToken(signer, ownerOf(who)));
    const actor = owner && (await enterCalendar(db, owner, here.clock.now()));
    if (!actor) return null;
    const ctx: Ctx = {
      db,
      actor,
      clock: here.clock,
      random: here.random,
      signer,
      baseUrl: 'http://concord.test',
    };
    const { meetings, seatTitle } = await readSeatCalendar(ctx, here.seats[who].seatId);
    return renderCalendar(ctx, seatTitle, meetings);
  });
}

/** Content lines with folded ones joined again (RFC 5545, 3.1). */
const linesOf = (text: string | null) => (text ?? '').replace(/\r\n[ \t]/g, '').split('\r\n');

test('a token opens the calendar that it was made for, and nothing else', () => {
  const owner = ownerOf('parent');
  const token = calendarToken(signer, owner);
  expect(readCalendarToken(signer, token)).toMatchObject({
    partnershipId: owner.partnershipId,
    personId: owner.personId,
    seatId: owner.seatId,
  });
  expect(readCalendarToken(signer, `x${token.slice(1)}`)).toBeNull();
  expect(readCalendarToken(signerWith('other'), token)).toBeNull();
  expect(readCalendarToken(signer, 'nonsense')).toBeNull();
});

test('the calendar holds the meetings of one’s own teams, in local time, and ends with the term', async () => {
  const teamId = await here.as('superintendent', (ctx) =>
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
  await here.as('president', (ctx) =>
    nameToTeam(ctx, { teamId, seatId: here.seats.representative.seatId, role: 'member' }),
  );
  const plan = {
    teamId,
    title: 'Leadership team',
    day: '2026-10-27',
    time: '16:30',
    durationMinutes: 90,
    place: 'Room 12, main office',
    quorumEachSide: 1,
    audience: 'team' as const,
  };
  await here.as('president', (ctx) => startSeries(ctx, { ...plan, everyWeeks: 1 }));
  const skipped = await here.as('president', (ctx) =>
    planMeeting(ctx, { ...plan, day: '2026-10-28', audience: 'partnership' }),
  );
  await here.as('president', (ctx) =>
    skipMeeting(ctx, { meetingId: skipped, reason: 'Too many meetings' }),
  );

  const text = await feed('representative');
  expect(text?.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text).not.toMatch(/[^\r]\n/);
  const lines = linesOf(text);
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(7);
  expect(lines).toContain('DTSTART;TZID=America/New_York:20261027T163000');
  expect(lines).toContain('DTEND;TZID=America/New_York:20261027T180000');
  expect(lines).toContain('DTSTART;TZID=America/New_York:20261103T163000');
  expect(lines).toContain('LOCATION:Room 12\\, main office');
  expect(lines.filter((line) => line === 'STATUS:CANCELLED')).toHaveLength(1);
  expect(lines.filter((line) => /^DTSTAMP:\d{8}T\d{6}Z$/.test(line))).toHaveLength(7);
  const zone = lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE') + 1);
  expect(zone).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:America/New_York',
    'BEGIN:DAYLIGHT',
    'DTSTART:20260930T100000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0400',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20261101T020000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]);

  // Neither a seat that is not on the team, nor the one whose term has ended.
  expect(linesOf(await feed('parent')).filter((line) => line === 'BEGIN:VEVENT')).toEqual([]);
  await here.database.owner.query(
    'update term set ended_at = $1, ends_on = $2 where seat_id = $3',
    [here.clock.now(), '2026-10-01', here.seats.representative.seatId],
  );
  expect(await feed('representative')).toBeNull();
});
