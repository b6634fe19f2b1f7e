import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { enterSession, type SeatedCtx, seated } from '../../partnership/access/server.ts';
import { insertRecord, readChain } from '../../partnership/record/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { signerWith } from '../../platform/signer.ts';
import { formTeam, nameToTeam, withdrawFromTeam } from '../team/server.ts';
import { countJoint } from './count-joint.ts';
import type { DecisionWhole } from './decision.ts';
import {
  closeDecision,
  type DraftInput,
  draftDecision,
  giveStance,
  momentOf,
  openDecision,
  openNextRound,
  readDecision,
  readDecisionsNeedingMe,
  readOpenDecisions,
  readWhole,
  recordDissent,
  resolveConcern,
  revealStances,
  reviewDecision,
  reviseDraft,
} from './server.ts';

let here: TestPartnership;
let teamId: string;

/** Two seats each of administration and educators, one of families. */
const electors = ['superintendent', 'principal', 'president', 'representative', 'parent'] as const;

beforeAll(async () => {
  here = await testPartnership();
  teamId = await here.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Lead together.',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'fist-to-five',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo: 'partnership',
      coChairSeatIds: [here.seats.superintendent.seatId, here.seats.president.seatId],
    }),
  );
  await seat('superintendent', 'principal');
  await seat('president', 'representative');
  await seat('parent', 'parent');
});
beforeEach(() => here.clock.set('2026-10-05T14:00:00Z'));
afterAll(() => here.close());

const seat = (lead: CastName, who: CastName) =>
  here.as(lead, (ctx) =>
    nameToTeam(ctx, { teamId, seatId: here.seats[who].seatId, role: 'member' }),
  );

const declaration: DraftInput = {
  title: 'Start school thirty minutes later?',
  background: 'Teenagers sleep too little.',
  proposal: 'High schools start at 8:30 from August.',
  domain: 'schedule',
  authority: 'shared',
  level: 'joint-consent',
  scale: 'fist-to-five',
  line: '3',
  fallback: 'The bell schedule stays as it is.',
  closesAt: new Date('2026-10-09T20:00:00Z'),
  reviewOn: '2027-03-01',
  teamId: '',
  visibleTo: 'partnership',
};
const draft = (more: Partial<DraftInput> = {}, who: CastName = 'principal') =>
  here.as(who, (ctx) => draftDecision(ctx, { ...declaration, teamId, ...more }));
async function opened(more: Partial<DraftInput> = {}) {
  const id = await draft(more);
  await here.as('superintendent', (ctx) => openDecision(ctx, id));
  return id;
}
const speak = (who: CastName, id: string, value: string) =>
  here.as(who, (ctx) =>
    giveStance(ctx, id, { value, reason: `${who} says ${value}`, wouldResolve: 'More buses' }),
  );
const everybody = async (id: string, values: Partial<Record<CastName, string>> = {}) => {
  for (const who of electors) await speak(who, id, values[who] ?? '4');
};
const reveal = (who: CastName, id: string) => here.as(who, (ctx) => revealStances(ctx, id));
const close = (who: CastName, id: string) =>
  here.as(who, (ctx) => closeDecision(ctx, id, { outcomeNote: '' }));
const whole = (who: CastName, id: string): Promise<DecisionWhole> =>
  here.as(who, async (ctx) => readWhole(ctx, await readDecision(ctx, id)));
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ status: 403 });
const denied = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: '42501' });
const problem = (work: Promise<unknown>, problems: Record<string, string>) =>
  expect(work).rejects.toMatchObject({ problems });
async function revealed(values: Partial<Record<CastName, string>> = {}, more = {}) {
  const id = await opened(more);
  await everybody(id, values);
  await reveal('parent', id);
  return id;
}

test('any seat on the team brings a question, linked to what it came from; others do not', async () => {
  const goal = await here.as('president', (ctx) =>
    insertRecord(ctx, { kind: 'goal', title: 'Sleep', state: 'adopted', visibleTo: 'partnership' }),
  );
  const id = await draft({ fromId: goal });
  const chain = await here.as('parent', (ctx) => readChain(ctx, id));
  expect(chain.map(({ head, distance }) => [head.id, distance])).toEqual([[goal, -1]]);
  expect((await whole('board', id)).rules).toEqual([
    { constituency: 'administration', quorum: 1, gate: 'consent' },
    { constituency: 'educators', quorum: 1, gate: 'consent' },
    { constituency: 'families', quorum: 1, gate: 'consent' },
  ]);
  await refused(draft({}, 'board'));
});

test('what is declared must fit the calendar, the scale and the team', async () => {
  await problem(draft({ closesAt: new Date('2026-10-05T13:00:00Z') }), {
    closesAt: 'decision.deadline-past',
  });
  await problem(draft({ reviewOn: '2026-10-09' }), { reviewOn: 'decision.review-early' });
  await problem(draft({ line: '6' }), { lineFist: 'decision.line' });
  await problem(draft({ scale: 'gradients', line: 'endorse wish' }), {
    lineGradients: 'decision.line',
  });
  await problem(draft({ rules: [{ constituency: 'families', quorum: 2, gate: 'none' }] }), {
    'quorum-families': 'too-large:1',
  });
});

test('co-chairs and leads on the team open; the rule can be written anew only before', async () => {
  const id = await draft();
  await refused(here.as('representative', (ctx) => openDecision(ctx, id)));
  await refused(here.as('board', (ctx) => openDecision(ctx, id)));
  const rules = [{ constituency: 'educators', quorum: 2, gate: 'majority' }] as const;
  const { teamId: _, visibleTo: __, ...fields } = declaration;
  await here.as('principal', (ctx) => reviseDraft(ctx, id, { ...fields, title: 'Later?', rules }));
  expect((await whole('board', id)).rules[1]).toEqual(rules[0]);
  await here.as('parent', (ctx) => openDecision(ctx, id));
  await problem(
    here.as('principal', (ctx) => reviseDraft(ctx, id, { ...fields, rules })),
    { form: 'decision.opened' },
  );
  await problem(
    here.as('parent', (ctx) => openDecision(ctx, id)),
    { form: 'decision.opened' },
  );
});

test('rule and electorate are frozen in the database once it is open', async () => {
  const id = await opened();
  const raw = (work: Parameters<typeof here.as<unknown>>[1]) =>
    denied(here.as('superintendent', work));
  const of = { partnershipId: here.partnershipId, decisionId: id, visibleTo: 'partnership' };
  await raw(({ db }) =>
    db.updateTable('decision').set({ line: '1' }).where('id', '=', id).execute(),
  );
  await raw(({ db }) =>
    db.updateTable('decision').set({ proposal: 'Else' }).where('id', '=', id).execute(),
  );
  await raw(({ db }) =>
    db.updateTable('decision').set({ closesAt: new Date() }).where('id', '=', id).execute(),
  );
  await raw(({ db }) =>
    db.updateTable('decision').set({ round: 2 }).where('id', '=', id).execute(),
  );
  await raw(({ db }) =>
    db
      .updateTable('decision')
      .set({ outcome: 'passed', closedAt: new Date() })
      .where('id', '=', id)
      .execute(),
  );
  await raw(({ db }) =>
    db.updateTable('decisionGate').set({ gate: 'none' }).where('decisionId', '=', id).execute(),
  );
  await raw(({ db }) => db.deleteFrom('decisionGate').where('decisionId', '=', id).execute());
  await raw(({ db }) =>
    db
      .insertInto('decisionElector')
      .values({ ...of, seatId: here.seats.board.seatId, constituency: 'board' })
      .execute(),
  );
  await raw(({ db }) =>
    db
      .updateTable('decisionElector')
      .set({ spokenRound: 1 })
      .where('decisionId', '=', id)
      .where('seatId', '=', here.seats.superintendent.seatId)
      .execute(),
  );
  await raw(({ db }) =>
    db
      .updateTable('decisionRound')
      .set({ revealedAt: new Date() })
      .where('decisionId', '=', id)
      .execute(),
  );
});

test('somebody who joins the team later has no say in what is open', async () => {
  const id = await opened();
  await seat('support', 'support');
  await refused(speak('support', id, '5'));
  const afterwards = await draft();
  await here.as('support', (ctx) => openDecision(ctx, afterwards));
  await speak('support', afterwards, '5');
  await here.as('support', (ctx) =>
    withdrawFromTeam(ctx, { teamId, seatId: here.seats.support.seatId }),
  );
});

test('before the reveal nobody else sees a row, a value or a trace of a stance', async () => {
  const id = await opened();
  await speak('representative', id, '1');
  const others = [
    ...electors.filter((who) => who !== 'representative'),
    'board',
    'support',
  ] as const;
  for (const who of others) {
    const rows = await here.as(who, ({ db }) => db.selectFrom('stance').selectAll().execute());
    expect(rows.filter(({ decisionId }) => decisionId === id)).toEqual([]);
    const trail = await here.as(who, ({ db }) =>
      db
        .selectFrom('auditEntry')
        .select(['action', 'details'])
        .where('recordId', '=', id)
        .execute(),
    );
    expect(JSON.stringify(trail)).not.toMatch(/More buses|says 1|"value"/);
  }
  const own = await whole('representative', id);
  expect(own.stances.map(({ value }) => value)).toEqual(['1']);
  const seen = await whole('president', id);
  const spoken = seen.electors.filter(({ spokenRound }) => spokenRound === 1);
  expect(spoken.map(({ seatId }) => seatId)).toEqual([here.seats.representative.seatId]);
});

test('nobody speaks for another seat, or shows a stance early, even in plain SQL', async () => {
  const id = await opened();
  await speak('principal', id, '2');
  await denied(
    here.as('superintendent', ({ db, actor }) =>
      db
        .insertInto('stance')
        .values({
          partnershipId: here.partnershipId,
          decisionId: id,
          round: 1,
          seatId: here.seats.parent.seatId,
          personId: actor.seat.personId,
          visibleTo: `person:${actor.seat.personId}`,
          value: '5',
          enteredAt: new Date(),
        })
        .execute(),
    ),
  );
  await denied(
    here.as('principal', ({ db }) =>
      db.updateTable('stance').set({ visibleTo: 'partnership' }).execute(),
    ),
  );
  await refused(speak('board', id, '5'));
});

test('a stance below the line needs the concern and what would resolve it; it may change until the deadline', async () => {
  const id = await opened();
  const give = (value: string, reason = '', wouldResolve = '') =>
    here.as('principal', (ctx) => giveStance(ctx, id, { value, reason, wouldResolve }));
  await problem(give('2'), {
    reason: 'decision.concern-needed',
    wouldResolve: 'decision.resolve-needed',
  });
  await problem(give('6'), { value: 'choose-one' });
  await give('2', 'Buses', 'More drivers');
  await give('3');
  expect((await whole('principal', id)).stances.map(({ value }) => value)).toEqual(['3']);
  here.clock.set('2026-10-09T20:00:00Z');
  await problem(give('5'), { form: 'decision.round-over' });
});

test('the reveal comes when all have spoken or after the deadline, by a seat that has a say', async () => {
  const id = await opened();
  await speak('principal', id, '2');
  await problem(reveal('principal', id), { form: 'decision.too-early' });
  await denied(
    here.as('principal', async ({ db, clock }) => {
      await sql`select reveal_stances(${id}::uuid, ${clock.now()})`.execute(db);
    }),
  );
  here.clock.set('2026-10-09T20:00:00Z');
  await refused(reveal('board', id));
  await reveal('parent', id);
  await reveal('president', id);
  const seen = await whole('board', id);
  expect(seen.decision.state).toBe('revealed');
  expect(seen.stances.map(({ value, wouldResolve }) => [value, wouldResolve])).toEqual([
    ['2', 'More buses'],
  ]);
  await problem(speak('parent', id, '5'), { form: 'decision.round-over' });
  await denied(
    here.as('principal', ({ db }) => db.updateTable('stance').set({ value: '5' }).execute()),
  );
});

test('one side is not outvoted by the others', async () => {
  const id = await revealed({ parent: '1' });
  expect(await close('president', id)).toEqual({ passed: false });
  const { decision } = await whole('board', id);
  expect(decision).toMatchObject({ state: 'not-passed', outcome: 'not-passed' });
  expect(decision.outcomeReasons).toContainEqual({
    code: 'blocking-concerns',
    values: { constituency: 'families', count: 1 },
  });
});

test('a majority needs its gate on each side', async () => {
  const majority = { scale: 'majority', line: null } as const;
  const votes = {
    superintendent: 'yes',
    president: 'yes',
    representative: 'yes',
    principal: 'yes',
  };
  const against = await revealed({ ...votes, parent: 'no' }, majority);
  expect(await close('president', against)).toEqual({ passed: false });
  const rules = [{ constituency: 'families', quorum: 1, gate: 'none' }];
  const free = await revealed({ ...votes, parent: 'no' }, { ...majority, rules });
  expect(await close('president', free)).toEqual({ passed: true });
});

test('whoever raised a concern says that it was met, and then it no longer stands in the way', async () => {
  const id = await revealed({ parent: '1' });
  const resolve = (who: CastName) =>
    here.as(who, (ctx) => resolveConcern(ctx, id, { resolution: 'Two more buses.' }));
  await refused(resolve('president'));
  await resolve('parent');
  await problem(resolve('parent'), { form: 'decision.already-resolved' });
  expect(await close('superintendent', id)).toEqual({ passed: true });
  const { decision } = await whole('board', id);
  expect(decision.outcomeReasons?.map(({ code }) => code)).toEqual([
    'all-gates-met',
    'all-quorums-met',
    'concerns-resolved',
  ]);
});

test('a further round asks anew with an amended text and keeps the earlier one', async () => {
  const id = await revealed({ parent: '1' });
  const amended = 'High schools start at 8:15.';
  const closesAt = new Date('2026-10-16T20:00:00Z');
  const next = (who: CastName) =>
    here.as(who, (ctx) => openNextRound(ctx, id, { proposal: amended, closesAt }));
  await refused(next('representative'));
  await next('president');
  await problem(next('president'), { form: 'decision.not-revealed' });
  await speak('parent', id, '4');
  const seen = await whole('principal', id);
  expect(seen.decision).toMatchObject({ state: 'open', round: 2, proposal: amended });
  expect(seen.rounds.map(({ proposal }) => proposal)).toEqual([declaration.proposal, amended]);
  expect(seen.stances.filter(({ round }) => round === 1)).toHaveLength(5);
  expect(seen.stances.filter(({ round }) => round === 2)).toEqual([]);
  await problem(reveal('principal', id), { form: 'decision.too-early' });
  await everybody(id);
  await reveal('principal', id);
  expect(await close('president', id)).toEqual({ passed: true });
});

test('closing needs the reveal, happens once, and is for co-chairs and leads on the team', async () => {
  const early = await opened();
  await problem(close('president', early), { form: 'decision.not-revealed' });
  const id = await revealed();
  await refused(close('representative', id));
  await refused(close('board', id));
  const both = await Promise.allSettled([close('president', id), close('superintendent', id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await problem(close('president', id), { form: 'decision.already-closed' });
});

test('the last two stances at the same moment both count, and the reveal finds all of them', async () => {
  const id = await opened();
  for (const who of ['superintendent', 'principal', 'president'] as const) {
    await speak(who, id, '4');
  }
  await Promise.all([speak('representative', id, '3'), speak('parent', id, '5')]);
  await Promise.all([reveal('parent', id), reveal('representative', id)]);
  const { stances } = await whole('board', id);
  expect(stances.map(({ value }) => value).toSorted()).toEqual(['3', '4', '4', '4', '5']);
  expect(stances.every(({ revealedAt }) => revealedAt !== null)).toBe(true);
});

test('a stance given while the others reveal is either among them or refused', async () => {
  const id = await opened();
  await speak('parent', id, '4');
  here.clock.set('2026-10-09T19:59:59.999Z');
  const given = speak('representative', id, '2');
  here.clock.set('2026-10-09T20:00:00Z');
  await Promise.allSettled([given, reveal('parent', id)]);
  const mine = (await whole('representative', id)).stances;
  expect(mine.every(({ revealedAt }) => revealedAt !== null)).toBe(true);
});

test('an alternate acts for the seat; whoever speaks last for it counts, unseen by the other', async () => {
  const { seatId } = here.seats.parent;
  await here.database.owner.query(
    `insert into term (partnership_id, id, seat_id, person_id, sort, starts_on)
     values ($1, gen_random_uuid(), $2, $3, 'alternate', '2026-10-01')`,
    [here.partnershipId, seatId, here.seats.board.personId],
  );
  const asAlternate = (work: (ctx: SeatedCtx) => Promise<void>) =>
    inTransaction(here.db, async (db) => {
      const { clock, random, slug } = here;
      const session = { token: 'board', slug, wantedSeat: seatId, at: clock.now() };
      const actor = await enterSession(db, session);
      const ctx = { db, actor, clock, random, signer: signerWith('test'), baseUrl: '' };
      await work(seated(ctx));
    });
  const id = await opened();
  await asAlternate((ctx) => giveStance(ctx, id, { value: '5', reason: '', wouldResolve: '' }));
  const before = await whole('parent', id);
  expect(before.stances).toEqual([]);
  expect(before.electors.find((elector) => elector.seatId === seatId)?.spokenRound).toBe(1);
  await speak('parent', id, '2');
  for (const who of electors) if (who !== 'parent') await speak(who, id, '4');
  await reveal('president', id);
  const stances = (await whole('president', id)).stances.filter((one) => one.seatId === seatId);
  expect(stances).toHaveLength(1);
  expect(stances[0]).toMatchObject({ value: '2', personId: here.seats.parent.personId });
  await asAlternate((ctx) => resolveConcern(ctx, id, { resolution: 'Talked it over.' }));
  expect(await close('president', id)).toEqual({ passed: true });
  await here.database.owner.query(`update term set ended_at = now() where sort = 'alternate'`);
});

test('dissent is kept for good beside a closed decision, once for each seat that had a say', async () => {
  const id = await revealed();
  const dissent = (who: CastName) =>
    here.as(who, (ctx) => recordDissent(ctx, id, { dissent: 'Too early for small children.' }));
  await problem(dissent('representative'), { form: 'decision.not-closed' });
  await close('president', id);
  await dissent('representative');
  await problem(dissent('representative'), { form: 'decision.dissent-kept' });
  await refused(dissent('board'));
  expect((await whole('board', id)).dissents).toHaveLength(1);
  const changed = here.as('representative', ({ db }) =>
    db.updateTable('dissent').set({ body: 'Never mind' }).where('decisionId', '=', id).execute(),
  );
  await expect(changed).rejects.toThrow('permission denied');
});

test('a member of the team says later whether it worked', async () => {
  const id = await revealed();
  await close('president', id);
  const review = (who: CastName) =>
    here.as(who, (ctx) => reviewDecision(ctx, id, { reviewNote: 'Fewer tardies.' }));
  await refused(review('board'));
  here.clock.set('2027-03-01T15:00:00Z');
  const needs = await here.as('principal', readDecisionsNeedingMe);
  expect(needs.find((need) => need.id === id)).toMatchObject({ need: 'review' });
  await review('principal');
  await problem(review('parent'), { form: 'decision.already-reviewed' });
});

test('the table shows who has spoken and what waits for whom', async () => {
  const id = await opened();
  await speak('parent', id, '4');
  const open = async (who: CastName) =>
    (await here.as(who, readOpenDecisions)).find(({ decision }) => decision.id === id);
  expect(await open('principal')).toMatchObject({ spoken: 1, stanceMissing: true });
  expect(await open('parent')).toMatchObject({ spoken: 1, stanceMissing: false });
  expect(await open('board')).toMatchObject({ stanceMissing: false });
  const need = async (who: CastName) =>
    (await here.as(who, readDecisionsNeedingMe)).find((one) => one.id === id)?.need;
  expect(await need('principal')).toBe('stance');
  expect(await need('parent')).toBeUndefined();
  await everybody(id);
  expect(await need('parent')).toBe('reveal');
  await reveal('parent', id);
  expect(await need('representative')).toBeUndefined();
  expect(await need('president')).toBe('close');
});

test('a decision for the team alone stays with its members; a public one shows visitors no names', async () => {
  const closed = await opened({ visibleTo: 'team' });
  await expect(whole('board', closed)).rejects.toMatchObject({ status: 404 });
  expect((await whole('parent', closed)).decision.visibleTo).toBe(`team:${teamId}`);
  const open = await opened({ visibleTo: 'public' });
  await speak('parent', open, '1');
  await here.asVisitor(async (ctx) => {
    const seen = await readWhole(ctx, await readDecision(ctx, open));
    expect(seen.electors).toHaveLength(5);
    expect(seen.stances).toEqual([]);
    await expect(readDecision(ctx, closed)).rejects.toMatchObject({ status: 404 });
  });
});

test('deadlines are read on the clocks of the partnership', async () => {
  const at = await here.as('parent', (ctx) => momentOf(ctx, '2026-11-02T16:00'));
  expect(at.toISOString()).toBe('2026-11-02T21:00:00.000Z');
});

test('the share of joint decisions is said once five shared ones are closed', () => {
  const closed = (level: 'joint-consent' | 'consulted', authority: 'shared' | 'board' = 'shared') =>
    ({ closedAt: new Date(0), level, authority }) as const;
  const four = Array.from({ length: 4 }, () => closed('joint-consent'));
  const others = [closed('joint-consent', 'board'), { ...closed('consulted'), closedAt: null }];
  expect(countJoint([...four, ...others])).toBeNull();
  expect(countJoint([...four, closed('consulted'), ...others])).toEqual({ joint: 4, all: 5 });
});
