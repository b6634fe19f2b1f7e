import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formTeam, nameToTeam } from '../act/team/server.ts';
import type { Readers } from '../partnership/access/index.ts';
import { readReaders } from '../partnership/access/server.ts';
import { acceptInvitation, inviteToSeat } from '../partnership/invitation/server.ts';
import { insertRecord } from '../partnership/record/server.ts';
import { endTerm } from '../partnership/seat/server.ts';
import {
  type CastName,
  cast,
  type TestPartnership,
  testPartnership,
} from '../partnership/testing/test-partnership.ts';
import { createApp } from './app.ts';
import { testServices } from './testing/test-services.ts';

let it: TestPartnership;
let teamId: string;
const written = new Map<string, string>();

beforeAll(async () => {
  it = await testPartnership();
  await standIn('superintendent', 'principal');
  teamId = await it.as('superintendent', (ctx) =>
    formTeam(ctx, {
      title: 'Leadership team',
      purpose: 'Work together',
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'district-leadership',
      visibleTo: 'partnership',
      coChairSeatIds: [it.seats.superintendent.seatId, it.seats.president.seatId],
    }),
  );
  for (const [lead, member] of [
    ['president', 'representative'],
    ['parent', 'parent'],
  ] as const)
    await it.as(lead, (ctx) =>
      nameToTeam(ctx, { teamId, seatId: it.seats[member].seatId, role: 'member' }),
    );
  for (const visibleTo of [
    'public',
    'partnership',
    `team:${teamId}`,
    `caucus:${it.seats.president.organizationId}`,
    `person:${it.seats.president.personId}`,
  ])
    written.set(
      visibleTo,
      await it.as('president', (ctx) =>
        insertRecord(ctx, { kind: 'lesson', title: 'Written down', state: 'draft', visibleTo }),
      ),
    );
});
afterAll(() => it.close());

/** The member of the cast gets a term as alternate in the other's seat. */
async function standIn(seat: CastName, alternate: CastName): Promise<void> {
  const { owner } = it.database;
  const { rows } = await owner.query<{ id: string }>(`select id from auth."user" where name = $1`, [
    alternate,
  ]);
  const id = await it.as(seat, (ctx) =>
    inviteToSeat(ctx, {
      seatId: ctx.actor.seat.seatId,
      sort: 'alternate',
      personId: it.seats[alternate].personId,
      name: alternate,
    }),
  );
  const taken = await it.asVisitor((ctx) =>
    acceptInvitation(
      ctx,
      { partnershipId: it.partnershipId, id },
      { id: rows[0]?.id ?? '', name: alternate },
    ),
  );
  expect(taken).toBeTruthy();
}

const peopleIn = ({ organizations }: Readers) =>
  new Set(
    organizations.flatMap(({ seats }) => seats.flatMap(({ people }) => people)).map((p) => p.name),
  );
const countIn = ({ organizations }: Readers) =>
  organizations.reduce((count, { people }) => count + people, 0);

/** Who finds the record in the database, each as themselves. */
async function whoReads(id: string): Promise<Set<string>> {
  const reading = new Set<string>();
  for (const who of cast) {
    const found = await it
      .as(who, (ctx) => ctx.db.selectFrom('record').select('id').where('id', '=', id).execute())
      .catch(() => []);
    if (found.length > 0) reading.add(who);
  }
  return reading;
}

describe('who can read this', () => {
  test('names exactly the people whom the policies let read', async () => {
    for (const [visibleTo, id] of written) {
      const readers = await it.as('president', (ctx) => readReaders(ctx, visibleTo));
      const reading = await whoReads(id);
      if (visibleTo.startsWith('person:')) {
        expect(readers.organizations).toEqual([]);
        expect([...reading]).toEqual(['president']);
      } else if (visibleTo === 'public' || visibleTo === 'partnership') {
        expect(countIn(readers)).toBe(reading.size);
      } else expect(peopleIn(readers)).toEqual(reading);
    }
  });

  test('says who stands in, which seat they act from, and which sides cannot read', async () => {
    const readers = await it.as('parent', (ctx) => readReaders(ctx, `team:${teamId}`));
    expect(readers.body).toBe('Leadership team');
    expect(readers.organizations.map(({ constituency }) => constituency)).toEqual([
      'administration',
      'educators',
      'families',
    ]);
    expect(readers.organizations[0]?.seats).toEqual([
      {
        title: 'Superintendent',
        people: [
          { name: 'superintendent', standsIn: false },
          { name: 'principal', standsIn: true },
        ],
      },
    ]);
    expect(readers.without).toEqual(['support', 'board']);
  });

  test('a page lists them behind a button that needs no script, and in both languages', async () => {
    const { hono } = createApp(testServices(it));
    const page = async (lang: string) => {
      const response = await hono.request(
        `http://concord.test/p/${it.slug}/teams/${teamId}?lang=${lang}`,
        { headers: { cookie: 'concord.session_token=parent.x' } },
      );
      return response.text();
    };
    const english = await page('en');
    expect(english).toContain('popovertarget="who-can-read"');
    expect(english).toContain('id="who-can-read" popover="auto"');
    expect(english).toContain('Everyone who has a seat at this table today');
    expect(english).toContain('2 people from Test Education Association');
    expect(await page('es')).toContain('2 personas de Test Education Association');
  });

  test('a visitor is told no names', async () => {
    const readers = await it.asVisitor((ctx) => readReaders(ctx, 'public'));
    expect(readers.organizations).toEqual([]);
  });

  test('whoever leaves is off the list in the same minute', async () => {
    const visibleTo = `team:${teamId}`;
    await it.as('president', async (ctx) => {
      const term = await ctx.db
        .selectFrom('term')
        .select('id')
        .where('seatId', '=', it.seats.representative.seatId)
        .executeTakeFirstOrThrow();
      await endTerm(ctx, term.id);
    });
    const readers = await it.as('president', (ctx) => readReaders(ctx, visibleTo));
    expect(peopleIn(readers)).toEqual(await whoReads(written.get(visibleTo) ?? ''));
    expect(peopleIn(readers).has('representative')).toBe(false);
  });
});
