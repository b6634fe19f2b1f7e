import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../platform/database/database.ts';
import { signerWith } from '../../platform/signer.ts';
import type { Constituency } from '../access/index.ts';
import { acceptInvitation, inviteToSeat } from '../invitation/server.ts';
import { addOrganization } from '../organization/server.ts';
import { addSeat } from '../seat/server.ts';
import { type TestPartnership, testPartnership } from '../testing/test-partnership.ts';
import {
  applyImport,
  enterImporter,
  foreseeImport,
  previewImport,
  readFolder,
  readImport,
  readImports,
  readInvitable,
} from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
});
afterAll(() => here.close());

const fixture = (name: string) => readFolder(join(import.meta.dirname, 'fixtures', name));
const preview = (name: string) =>
  here.as('superintendent', (ctx) => previewImport(ctx, fixture(name)));
const apply = (id: string) => here.as('superintendent', (ctx) => applyImport(ctx, id));
const foresee = (name: string) =>
  here.as('superintendent', async (ctx) => (await foreseeImport(ctx, fixture(name))).plan);
const owner = async (text: string, values: unknown[] = []) =>
  (await here.database.owner.query(text, values)).rows;

/** A person of the roster takes a seat, with an account of their own. */
async function seatFromRoster(name: string, organizationId?: string) {
  const [person] = await owner('select id from person where name = $1', [name]);
  const [account] = await owner(
    `insert into auth."user" (name, email) values ($1, $2) returning id`,
    [name, `${name.toLowerCase().replaceAll(/\W+/g, '.')}@account.example`],
  );
  const invitationId = await here.as('superintendent', async (ctx) => {
    const seatId = await addSeat(ctx, {
      organizationId: organizationId ?? ctx.actor.seat.organizationId,
      title: `Seat of ${name}`,
      lead: organizationId !== undefined,
    });
    return inviteToSeat(ctx, { seatId, sort: 'holder', personId: person.id });
  });
  await inTransaction(here.db, (tx) =>
    acceptInvitation(
      {
        db: tx,
        actor: { account: null, partnership: null, seat: null, audiences: [], seats: [] },
        clock: here.clock,
        random: here.random,
        signer: signerWith('test'),
        baseUrl: '',
      },
      { partnershipId: here.partnershipId, id: invitationId },
      { id: account.id, name },
    ),
  );
  return invitationId;
}
const addOrganizationOf = (constituency: Constituency, exclusiveRepresentative: boolean) =>
  here.as('superintendent', (ctx) =>
    addOrganization(ctx, { name: `Second ${constituency}`, constituency, exclusiveRepresentative }),
  );
const termOf = async (name: string) =>
  (
    await owner(
      `select t.ended_at is not null as ended, t.end_reason, t.roster_left_on::text from term t
       join person p on p.id = t.person_id where p.name = $1`,
      [name],
    )
  )[0];

test('a preview changes nothing; applying does what it said; a second time nothing is left to do', async () => {
  const before = await owner('select count(*)::int as n from person');
  const id = await preview('v11');
  expect(await owner('select count(*)::int as n from person')).toEqual(before);
  const counts = await apply(id);
  expect(counts).toMatchObject({
    newSites: 2,
    changedSites: 1,
    newPeople: 7,
    changedPeople: 0,
    gonePeople: 0,
    leftOut: 9,
  });
  expect(
    await owner('select name, roster_id from site where roster_id is not null order by roster_id'),
  ).toEqual([
    { name: 'Test District', roster_id: 'd-1' },
    { name: 'Elm Street School', roster_id: 's-1' },
    { name: 'Lakeview Middle School', roster_id: 's-2' },
  ]);
  expect(
    await owner(
      `select p.name, s.name as site, roster_role from person p left join site s on s.id = p.site_id
       where on_roster order by p.roster_id limit 5`,
    ),
  ).toEqual([
    { name: 'Olga Amado', site: 'Elm Street School', roster_role: 'teacher' },
    { name: 'Ben Rook', site: 'Lakeview Middle School', roster_role: 'teacher' },
    { name: 'Carla Díaz', site: 'Elm Street School', roster_role: 'aide' },
    { name: 'Dan Wu', site: 'Lakeview Middle School', roster_role: 'principal' },
    { name: 'Eve Fox', site: null, roster_role: 'teacher' },
  ]);
  const again = await foresee('v11');
  expect([again.sites, again.people, again.terms]).toEqual([[], [], []]);
  expect(again.unchanged).toEqual({ sites: 3, people: 7 });
  await expect(apply(id)).rejects.toMatchObject({ problems: { files: 'roster.not-open' } });
});

test('addresses are for the administration; an association chooses by name', async () => {
  const chosen = await here.as('president', (ctx) => readInvitable(ctx, null));
  expect(chosen.people.map(({ name }) => name)).toContain('May Last');
  expect(chosen.schools.map(({ name, people }) => [name, people])).toEqual([
    [null, 1],
    ['Elm Street School', 4],
    ['Lakeview Middle School', 2],
  ]);
  const contacts = (who: 'president' | 'superintendent') =>
    here.as(who, ({ db }) => db.selectFrom('personContact').select('email').execute());
  expect((await contacts('superintendent')).map(({ email }) => email)).toContain(
    'may.last@test.example',
  );
  expect(JSON.stringify(await contacts('president'))).not.toContain('may.last');
  const personId = chosen.people.find(({ name }) => name === 'May Last')?.id;
  await here.as('president', async (ctx) => {
    const seatId = await addSeat(ctx, {
      organizationId: ctx.actor.seat.organizationId,
      title: 'Building representative, Elm Street',
      lead: false,
    });
    await inviteToSeat(ctx, { seatId, sort: 'holder', personId });
  });
  expect(await owner('select email from invitation where person_id = $1', [personId])).toEqual([
    { email: null },
  ]);
});

test('a later roster ends the terms of leavers in own seats, flags them in others, deletes nothing', async () => {
  const union = await addOrganizationOf('support', true);
  const council = await addOrganizationOf('community', false);
  const invitation = await seatFromRoster('Ben Rook');
  expect(await owner('select email from invitation where id = $1', [invitation])).toEqual([
    { email: 'ben.rook@test.example' },
  ]);
  await seatFromRoster('Carla Díaz', union);
  await seatFromRoster('Eve Fox', council);
  await seatFromRoster('Dan Wu');
  const people = await owner('select count(*)::int as n from person');
  const invitable = await here.as('superintendent', (ctx) => readInvitable(ctx, null));
  expect(invitable.people.map(({ name }) => name)).toEqual(['Ines Mail', 'May Last', 'Olga Amado']);

  const plan = await foresee('v11-later');
  expect(plan.people.map(({ name, change, differs }) => [name, change, differs])).toEqual([
    ['Olga Amado', 'changed', ['site']],
    ['Kim Off', 'new', []],
    ['Ben Rook', 'gone', []],
    ['Carla Díaz', 'gone', []],
  ]);
  expect(plan.sites.map(({ name, change, before }) => [name, change, before])).toEqual([
    ['Lakeview School of Arts', 'renamed', 'Lakeview Middle School'],
  ]);
  here.clock.set('2026-11-02T15:00:00Z');
  expect(await apply(await preview('v11-later'))).toMatchObject({ endedTerms: 1, flaggedTerms: 1 });
  expect(await termOf('Ben Rook')).toEqual({
    ended: true,
    end_reason: 'left',
    roster_left_on: null,
  });
  expect(await termOf('Carla Díaz')).toEqual({
    ended: false,
    end_reason: null,
    roster_left_on: '2026-11-02',
  });
  expect(await termOf('Dan Wu')).toMatchObject({ ended: false, roster_left_on: null });
  expect(await termOf('Eve Fox')).toMatchObject({ ended: false });
  expect(await owner('select count(*)::int as n from person')).toEqual([{ n: people[0].n + 1 }]);
  expect(await owner(`select count(*)::int as n from seat where closed_on is not null`)).toEqual([
    { n: 0 },
  ]);
  const again = await foresee('v11-later');
  expect([again.sites, again.people, again.terms]).toEqual([[], [], []]);
});

test('who is listed again comes back, and the flag goes; a term that ended stays ended', async () => {
  expect(await apply(await preview('v11'))).toMatchObject({ changedPeople: 3, gonePeople: 1 });
  expect(await termOf('Carla Díaz')).toMatchObject({ ended: false, roster_left_on: null });
  expect(await termOf('Ben Rook')).toMatchObject({ ended: true });
});

test('a preview is not applied when what it rests on has changed, nor twice, nor after a later one', async () => {
  const first = await preview('v11-later');
  const second = await preview('v11-later');
  expect(await here.as('superintendent', (ctx) => readImport(ctx, first))).toMatchObject({
    state: 'set-aside',
    plan: null,
  });
  await expect(apply(first)).rejects.toMatchObject({ problems: { files: 'roster.not-open' } });
  await owner(`update site set name = 'Renamed by hand' where roster_id = 's-1'`);
  await expect(apply(second)).rejects.toMatchObject({ problems: { files: 'roster.stale' } });
  await owner(`update site set name = 'Elm Street School' where roster_id = 's-1'`);
  const counts = await Promise.allSettled([apply(second), apply(second)]);
  expect(counts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a new system with new ids finds schools by name and people by address', async () => {
  const renumbered = fixture('v11').map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(
      Buffer.from(bytes)
        .toString()
        .replaceAll(/\b([usdo])-(\d+)/g, 'new-$1-$2')
        .replace('Test Unified District', 'Test District')
        .replace('Lakeview Middle School', 'Lakeview School of Arts'),
    ),
  }));
  const plan = await here.as(
    'superintendent',
    async (ctx) => (await foreseeImport(ctx, renumbered)).plan,
  );
  expect(plan.sites.map(({ change }) => change)).toEqual(['linked', 'linked', 'linked']);
  const of = (wanted: string) =>
    plan.people.filter(({ change }) => change === wanted).map(({ name }) => name);
  expect(of('linked')).toContain('Olga Amado');
  // Without an address nothing says that it is the same person.
  expect(of('new')).toEqual(['Ines Mail']);
  expect(of('gone')).not.toContain('Olga Amado');
  expect(plan.terms.map(({ person }) => person)).not.toContain('Eve Fox');
});

test('only the administration’s leads import, and only its caucus reads what was imported', async () => {
  for (const who of ['president', 'principal', 'parent'] as const) {
    await expect(here.as(who, (ctx) => previewImport(ctx, fixture('v11')))).rejects.toMatchObject({
      status: 403,
    });
  }
  expect(await here.as('president', readImports)).toEqual([]);
  expect((await here.as('principal', readImports)).length).toBeGreaterThan(0);
  const { rows } = await here.database.owner.query(
    `select visible_to, action from audit_entry where action like 'roster.%' or action = 'term.flagged'`,
  );
  expect(new Set(rows.map(({ visible_to }) => visible_to))).toEqual(new Set(['partnership']));
});

test('the operator’s command takes the superintendent’s seat and no other', async () => {
  await inTransaction(here.db, async (db) => {
    const base = {
      db,
      clock: here.clock,
      random: here.random,
      signer: signerWith('test'),
      baseUrl: '',
    };
    const ctx = await enterImporter(here.database.owner, base, here.slug);
    expect(ctx?.actor.seat.seatId).toBe(here.seats.superintendent.seatId);
    expect(ctx?.actor.audiences).toContain(`caucus:${here.seats.superintendent.organizationId}`);
    expect((await foreseeImport(ctx!, fixture('v12'))).plan.version).toBe('1.2');
    expect(await enterImporter(here.database.owner, base, 'nowhere')).toBeNull();
  });
});

test('no table holds a student, a relative, a password or a telephone number', async () => {
  const tables = await owner(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'auth')`,
  );
  expect(tables.length).toBeGreaterThan(20);
  let text = '';
  for (const { name } of tables) {
    const [found] = await owner(
      `select coalesce(jsonb_agg(to_jsonb(x)), '[]')::text as all from ${name} x`,
    );
    text += found.all;
  }
  expect(text).toContain('Olga Amado');
  expect(text).not.toMatch(/Sesame|5550[1-4]000|Pupilson|Bo Two|noname@|shifted@/);
});

test('ten thousand lines are imported in seconds', async () => {
  const heading = 'sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName,email';
  const lines = Array.from(
    { length: 10_000 },
    (_, at) =>
      `big-${at},,true,s-${(at % 2) + 1},teacher,Given${at},Family${at},p${at}@big.example`,
  );
  const users = { name: 'users.csv', bytes: Buffer.from([heading, ...lines].join('\n')) };
  const orgs = fixture('v11').find(({ name }) => name === 'orgs.csv')!;
  const began = performance.now();
  const id = await here.as('superintendent', (ctx) => previewImport(ctx, [users, orgs]));
  const between = performance.now();
  expect(await apply(id)).toMatchObject({ newPeople: 10_000 });
  const ended = performance.now();
  console.log(
    `10,000 lines: preview ${Math.round(between - began)} ms, apply ${Math.round(ended - between)} ms`,
  );
  expect(ended - began).toBeLessThan(20_000);
  const chosen = await here.as('superintendent', (ctx) => readInvitable(ctx, null));
  expect([chosen.one, chosen.people]).toEqual([true, []]);
});
