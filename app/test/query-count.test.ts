import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { addAction } from '../src/act/action/server.ts';
import { draftDecision, openDecision } from '../src/act/decision/server.ts';
import { planMeeting } from '../src/act/meeting/server.ts';
import { formTeam } from '../src/act/team/server.ts';
import { nobody } from '../src/partnership/access/index.ts';
import { enterLink, type SeatedCtx } from '../src/partnership/access/server.ts';
import { type CaucusPlay, playCaucus } from '../src/partnership/caucus/server.ts';
import { addOrganization } from '../src/partnership/organization/server.ts';
import { addSeat } from '../src/partnership/seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../src/partnership/testing/test-partnership.ts';
import { inTransaction } from '../src/platform/database/database.ts';
import { signerWith } from '../src/platform/signer.ts';
import { proposeGoal } from '../src/prepare/goal/server.ts';
import { createLink, leaveVoice } from '../src/prepare/listening/server.ts';
import { raiseVoice } from '../src/prepare/voice/server.ts';
import { writeLesson } from '../src/reflect/lesson/server.ts';
import { createApp } from '../src/routes/app.ts';
import { testServices } from '../src/routes/testing/test-services.ts';

const few = 5;
const many = 50;

let here: TestPartnership;
let caucus: CaucusPlay<CastName>;
let ids: { team: string; decision: string; thread: string; goal: string; link: string };
const withFew = new Map<string, number>();
const pages = [
  ['the table', ''],
  ['voices', '/voices'],
  ['listening links', '/listening'],
  ['a listening link', '/listening/:link'],
  ['voices to read first', '/listening/held'],
  ['goals', '/goals'],
  ['teams', '/teams'],
  ['meetings', '/meetings'],
  ['decisions', '/decisions'],
  ['actions', '/actions'],
  ['lessons', '/lessons'],
  ['partners', '/partners'],
  ['compact', '/compact'],
  ['caucus', '/caucus'],
  ['audit', '/audit'],
  ['a thread', '/caucus/:thread'],
  ['a team', '/teams/:team'],
  ['a decision', '/decisions/:decision'],
  ['a goal', '/goals/:goal'],
] as const;

beforeAll(async () => {
  here = await testPartnership();
  const begun = await here.as('superintendent', begin);
  caucus = playCaucus(here.as, { passphrase: 'for a test alone', scryptWork: 1 });
  await caucus.begin('superintendent');
  ids = { ...begun, thread: await caucus.open('superintendent', note('Thread')) };
  await grow(1, few);
  await growGuests(1, few);
  for (const [name, path] of pages) withFew.set(name, await countQueries(path));
  await grow(few + 1, many);
  await growGuests(few + 1, many);
}, 120_000);
afterAll(() => here.close());
afterEach(() => vi.restoreAllMocks());

it.each(pages)('%s asks as many questions with 50 records as with 5', async (name, path) => {
  const asked = await countQueries(path);
  expect(asked).toBe(withFew.get(name));
  expect(asked).toBeGreaterThan(2);
});

/** Statements that reach the driver, the transaction's own included, for one page. */
async function countQueries(path: string): Promise<number> {
  const { hono } = createApp(testServices(here));
  const address = `/p/${here.slug}${path.replace(/:(\w+)/, (_, name: keyof typeof ids) => ids[name])}`;
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const response = await hono.request(`http://concord.test${address}`, {
    headers: { cookie: 'concord.session_token=superintendent.signature' },
  });
  expect(response.status, address).toBe(200);
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
}

async function begin(ctx: SeatedCtx) {
  const team = await newTeam(ctx, 'Team');
  const decision = await newDecision(ctx, team, 'First question');
  await openDecision(ctx, decision);
  const link = await newLink(ctx, 'First link');
  return { team, decision, goal: await newGoal(ctx, 'First goal'), link };
}

const note = (title: string) => ({ sort: 'note', title, body: 'Words.' }) as const;

/** One more of everything for each number, seen by the superintendent. */
async function grow(from: number, to: number): Promise<void> {
  await here.as('superintendent', async (ctx) => {
    for (let number = from; number <= to; number++) {
      const { seatId } = here.seats.superintendent;
      await raiseVoice(ctx, {
        sort: 'concern',
        body: `Voice ${number}`,
        locale: 'en',
        visibility: 'partnership',
        named: true,
        answerSeat: seatId,
        answerDays: 5,
      });
      await newLink(ctx, `Link ${number}`);
      await newGoal(ctx, `Goal ${number}`);
      await newTeam(ctx, `Team ${number}`);
      await planMeeting(ctx, {
        teamId: ids.team,
        title: `Meeting ${number}`,
        day: '2026-10-20',
        time: '09:00',
        durationMinutes: 60,
        place: '',
        quorumEachSide: 1,
        audience: 'team',
      });
      await openDecision(ctx, await newDecision(ctx, ids.team, `Question ${number}`));
      await newDecision(ctx, ids.team, `Draft ${number}`);
      for (const fromId of [ids.goal, ids.decision])
        await addAction(ctx, {
          title: `Action ${number}`,
          ownerSeat: seatId,
          dueOn: '2026-11-20',
          details: '',
          fromId,
          teamId: ids.team,
        });
      await writeLesson(ctx, {
        title: `Lesson ${number}`,
        visibleTo: 'partnership',
        context: 'c',
        change: 'c',
        evidence: 'e',
        effort: 'e',
        conditions: 'c',
        whatFailed: '',
      });
      const organizationId = await addOrganization(ctx, {
        name: `Neighbors ${number}`,
        constituency: 'community',
        exclusiveRepresentative: false,
      });
      await addSeat(ctx, { organizationId, title: 'Chair', lead: true });
    }
  });
  for (let number = from; number <= to; number++) {
    await caucus.open('superintendent', note(`Note ${number}`));
    await caucus.write('superintendent', ids.thread, `Contribution ${number}`);
  }
}

/** Guests speak by the first link; half of them are read first. */
async function growGuests(from: number, to: number): Promise<void> {
  const { rows } = await here.database.owner.query<{ token: string }>(
    'select token from listening_link where id = $1',
    [ids.link],
  );
  for (let number = from; number <= to; number++)
    for (const reasons of [[], ['no-proof']] as const)
      await inTransaction(here.db, async (db) => {
        const actor = await enterLink(db, rows[0]?.token ?? '', here.clock.now());
        const { clock, random } = here;
        const ctx = { db, actor: actor ?? nobody, clock, random, signer: signerWith('test') };
        const said = { sort: 'idea', constituency: null, locale: 'en' } as const;
        await leaveVoice({ ...ctx, baseUrl: '' }, { ...said, body: `Voice ${number}`, reasons });
      });
}

const newLink = (ctx: SeatedCtx, title: string) =>
  createLink(ctx, {
    title,
    prompt: '',
    answerSeat: here.seats.principal.seatId,
    answerDays: 5,
    opensOn: '2026-10-01',
    closesOn: '2026-10-31',
  });

const newTeam = (ctx: SeatedCtx, title: string) =>
  formTeam(ctx, {
    title,
    purpose: 'Work together',
    inScope: '',
    outOfScope: '',
    norms: '',
    decisionRule: 'consent',
    sunsetOn: null,
    sort: 'district-leadership',
    visibleTo: 'partnership',
    coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
  });

const newDecision = (ctx: SeatedCtx, teamId: string, title: string) =>
  draftDecision(ctx, {
    teamId,
    title,
    background: '',
    proposal: 'We do it.',
    domain: 'schedule',
    authority: 'shared',
    level: 'joint-consent',
    scale: 'consent',
    line: null,
    fallback: 'We wait.',
    closesAt: new Date('2026-10-08T20:00:00Z'),
    reviewOn: '2027-02-01',
    visibleTo: 'partnership',
  });

const newGoal = (ctx: SeatedCtx, title: string) =>
  proposeGoal(ctx, {
    title,
    howMuch: 'from 58% to 75%',
    forWhom: 'third graders',
    byWhen: '2027-06-01',
    why: '',
    keeperSeat: here.seats.principal.seatId,
    visibility: 'partnership',
    voice: [],
    indicatorName: `${title}, share`,
    unit: '%',
    wanted: 'up',
    baseline: '58',
    baselineOn: undefined,
    target: '75',
    source: '',
  });
