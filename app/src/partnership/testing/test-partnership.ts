import { type SettableClock, settableClock } from '../../platform/clock.ts';
import { type Database, databaseOn, inTransaction } from '../../platform/database/database.ts';
import { type Random, seededRandom } from '../../platform/random.ts';
import { signerWith } from '../../platform/signer.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts';
import { nobody } from '../access/actor.ts';
import type { Constituency } from '../access/constituency.ts';
import type { Ctx, SeatedCtx } from '../access/ctx.ts';
import { enterSession } from '../access/enter.store.ts';
import { seated } from '../access/refusal.ts';
import { foundPartnership, setupTokenHash } from '../founding/found-partnership.ts';
import { acceptInvitation } from '../invitation/accept-invitation.ts';
import { inviteToSeat } from '../invitation/invite-to-seat.ts';
import { addOrganization } from '../organization/add-organization.ts';
import { addSeat } from '../seat/add-seat.ts';

/** The people of the tests: one lead for each side that most tests need, a representative and a principal. */
export const cast = [
  'superintendent',
  'president',
  'representative',
  'principal',
  'board',
  'parent',
  'support',
] as const;
export type CastName = (typeof cast)[number];

export interface TestPartnership {
  database: TestDatabase;
  db: Database;
  clock: SettableClock;
  random: Random;
  slug: string;
  partnershipId: string;
  /** By name: the ids of each person's seat, person and organization. */
  seats: Record<CastName, { seatId: string; personId: string; organizationId: string }>;
  /** Runs work in one transaction as this person. */
  as<Result>(who: CastName, work: (ctx: SeatedCtx) => Promise<Result>): Promise<Result>;
  /** Runs work as a visitor without an account. */
  asVisitor<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const titles: Record<CastName, string> = {
  superintendent: 'Superintendent',
  president: 'President',
  representative: 'Building representative',
  principal: 'Principal',
  board: 'Board chair',
  parent: 'PTA council president',
  support: 'Chapter president',
};

/** A partnership made through the use-cases, on a database of its own. It begins on 1 October 2026. */
export async function testPartnership(database?: TestDatabase): Promise<TestPartnership> {
  return makePartnership(database ?? (await testDatabase()));
}

async function makePartnership(database: TestDatabase): Promise<TestPartnership> {
  const db = databaseOn(database.app);
  const clock = settableClock('2026-10-01T14:00:00Z');
  const random = seededRandom('test partnership', clock);
  const base = { clock, random, signer: signerWith('test'), baseUrl: 'http://concord.test' };
  const accounts = await makeAccounts(database);
  const token = 'test set-up link';
  await database.owner.query('insert into setup_token (token_hash) values ($1)', [
    setupTokenHash(token),
  ]);

  const visitor = (tx: Database): Ctx => ({ ...base, db: tx, actor: nobody });
  const founded = await inTransaction(db, (tx) =>
    foundPartnership(visitor(tx), {
      token,
      account: { id: accounts.superintendent, name: 'superintendent' },
      name: 'Test District',
      level: 'district',
      place: 'Testville',
      timeZone: 'America/New_York',
      locale: 'en',
      administrationName: 'Test Administration',
      founderTitle: titles.superintendent,
      associationName: 'Test Education Association',
      presidentTitle: titles.president,
      presidentName: 'president',
      presidentEmail: 'president@test.example',
      cycleName: 'School year 2026–2027',
      startsOn: '2026-08-15',
      actOn: '2026-11-01',
      reflectOn: '2027-04-15',
      endsOn: '2027-06-30',
    }),
  );
  const partnershipId = founded.ctx.actor.partnership.id;
  const { slug } = founded;

  const seats = {} as TestPartnership['seats'];
  const here = partnershipOn(database, { clock, random, slug, partnershipId, seats });
  const { as } = here;
  const accept = (invitationId: string, who: CastName) =>
    inTransaction(db, (tx) =>
      acceptInvitation(
        visitor(tx),
        { partnershipId, id: invitationId },
        { id: accounts[who], name: who },
      ),
    );

  await accept(founded.invitationId, 'president');
  const seat = (inviter: CastName, who: CastName, lead: boolean, found?: Constituency) =>
    as(inviter, async (ctx) => {
      const organizationId = found
        ? await addOrganization(ctx, {
            name: `Test ${found}`,
            constituency: found,
            exclusiveRepresentative: found === 'support',
          })
        : ctx.actor.seat.organizationId;
      const seatId = await addSeat(ctx, { organizationId, title: titles[who], lead });
      return inviteToSeat(ctx, { seatId, sort: 'holder', name: who });
    }).then((invitation) => accept(invitation, who));
  await seat('president', 'representative', false);
  await seat('superintendent', 'principal', false);
  await seat('superintendent', 'board', true, 'board');
  await seat('superintendent', 'parent', true, 'families');
  await seat('superintendent', 'support', true, 'support');

  for (const who of cast) {
    seats[who] = await as(who, async ({ actor }) => ({
      seatId: actor.seat.seatId,
      personId: actor.seat.personId,
      organizationId: actor.seat.organizationId,
    }));
  }
  return here;
}

/** The partnership that stands in this database already. */
export function partnershipOn(
  database: TestDatabase,
  known: Pick<TestPartnership, 'clock' | 'random' | 'slug' | 'partnershipId' | 'seats'>,
): TestPartnership {
  const { clock, random, slug } = known;
  const db = databaseOn(database.app);
  const base = { clock, random, signer: signerWith('test'), baseUrl: 'http://concord.test' };
  const enter = (tx: Database, token: string | null) =>
    enterSession(tx, { token, slug, wantedSeat: null, at: clock.now() });
  return {
    ...known,
    database,
    db,
    as: (who, work) =>
      inTransaction(db, async (tx) =>
        work(seated({ ...base, db: tx, actor: await enter(tx, who) })),
      ),
    asVisitor: (work) =>
      inTransaction(db, async (tx) => work({ ...base, db: tx, actor: await enter(tx, null) })),
    close: () => database.close(),
  };
}

/** Accounts with sessions whose token is the person's name; no password, nobody signs in by form. */
async function makeAccounts({ owner }: TestDatabase): Promise<Record<CastName, string>> {
  const { rows } = await owner.query<{ id: string; name: CastName }>(
    `insert into auth."user" (name, email) select n, n || '@test.example' from unnest($1::text[]) n returning id, name`,
    [cast],
  );
  await owner.query(
    `insert into auth.session (token_hash, account_id, expires_at)
     select sha256(convert_to(name, 'UTF8')), id, '2099-01-01' from auth."user"`,
  );
  return Object.fromEntries(rows.map(({ id, name }) => [name, id])) as Record<CastName, string>;
}
