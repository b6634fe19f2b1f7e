import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addAction } from '../act/action/server.ts';
import { calendarToken, planMeeting, readMeeting } from '../act/meeting/server.ts';
import { formTeam } from '../act/team/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { signerWith } from '../platform/signer.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let here: TestPartnership;
let fetchPage: (path: string, init?: RequestInit) => Promise<Response>;
let team: { open: string; closed: string };
let meetingId: string;

beforeAll(async () => {
  here = await testPartnership();
  const { hono } = createApp(testServices(here));
  fetchPage = async (path, init) => hono.request(`http://concord.test${path}`, init);
  const form = (visibleTo: 'public' | 'partnership', title: string) =>
    here.as('superintendent', (ctx) =>
      formTeam(ctx, {
        title,
        purpose: 'Steer <together>.',
        inScope: '',
        outOfScope: '',
        norms: '',
        decisionRule: 'consent',
        sunsetOn: null,
        sort: 'district-leadership',
        visibleTo,
        coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
      }),
    );
  team = {
    open: await form('public', 'Open team'),
    closed: await form('partnership', 'Closed team'),
  };
  meetingId = await here.as('president', (ctx) =>
    planMeeting(ctx, {
      teamId: team.closed,
      title: 'Closed meeting',
      day: '2026-10-01',
      time: '09:00',
      durationMinutes: 60,
      place: 'Room 12',
      quorumEachSide: 1,
      audience: 'team',
    }),
  );
});
afterAll(() => here.close());

const visit = async (path: string) => {
  const response = await fetchPage(`/p/${here.slug}${path}`);
  return { status: response.status, html: await response.text() };
};

describe('without an account', () => {
  it('a public team shows what it is for, and nobody’s name', async () => {
    const { status, html } = await visit(`/teams/${team.open}`);
    expect(status).toBe(200);
    expect(html).toContain('Steer &lt;together>.');
    expect(html).not.toContain('superintendent');
  });

  it('everything else is not there', async () => {
    const paths = [
      '/teams',
      '/teams/new',
      `/teams/${team.closed}`,
      `/teams/${team.open}/charter`,
      '/meetings',
      '/meetings/new',
      `/meetings/${meetingId}`,
      '/actions',
      `/actions/new?from=${team.open}`,
    ];
    for (const path of paths) expect([path, (await visit(path)).status]).toEqual([path, 404]);
  });

  it('an action that came of a public team is public too, without its owner', async () => {
    const id = await here.as('president', (ctx) =>
      addAction(ctx, {
        title: 'Ask the families',
        ownerSeat: here.seats.superintendent.seatId,
        dueOn: '2026-11-01',
        details: '',
        fromId: team.open,
        teamId: team.open,
      }),
    );
    const { status, html } = await visit(`/actions/${id}`);
    expect(status).toBe(200);
    expect(html).toContain('Ask the families');
    expect(html).not.toContain('superintendent');
  });
});

describe('the calendar’s address', () => {
  const feed = (who: CastName, signer = signerWith('test')) =>
    fetchPage(
      `/calendar/${calendarToken(signer, { partnershipId: here.partnershipId, ...here.seats[who] })}.ics`,
    );

  it('gives a calendar to whom it was made for', async () => {
    const response = await feed('president');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const { title } = await here.as('president', (ctx) => readMeeting(ctx, meetingId));
    const text = (await response.text()).replace(/\r\n /g, '');
    expect(text).toContain(`SUMMARY:${title.replace(',', '\\,')}`);
    expect(await (await feed('parent')).text()).not.toContain('Closed meeting');
  });

  it('leads nowhere when it was not made here, or the term has ended', async () => {
    expect((await feed('president', signerWith('other'))).status).toBe(404);
    expect((await fetchPage('/calendar/nonsense.ics')).status).toBe(404);
    await here.database.owner.query(
      'update term set ended_at = $1, ends_on = $2 where seat_id = $3',
      [here.clock.now(), '2026-10-01', here.seats.parent.seatId],
    );
    expect((await feed('parent')).status).toBe(404);
  });
});
