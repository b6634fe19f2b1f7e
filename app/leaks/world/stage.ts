import { nobody } from '../../src/partnership/access/index.ts';
import type { Ctx, SeatedCtx } from '../../src/partnership/access/server.ts';
import { enterSession, seated } from '../../src/partnership/access/server.ts';
import {
  type TestPartnership,
  testPartnership,
} from '../../src/partnership/testing/test-partnership.ts';
import { type Database, inTransaction } from '../../src/platform/database/database.ts';
import type { Random } from '../../src/platform/random.ts';
import { signerWith } from '../../src/platform/signer.ts';
import type { TestDatabase } from '../../src/platform/testing/test-database.ts';
import { type Marker, Markers } from '../markers.ts';

export interface SeatOf {
  seatId: string;
  personId: string;
  organizationId: string;
}

/** Where the world of the leak matrix is played: anybody may act, and what they write is marked. */
export interface Stage {
  here: TestPartnership;
  markers: Markers;
  /** The session of an account is its key. */
  account(key: string): string;
  seats: Map<string, SeatOf>;
  seat(key: string): SeatOf;
  as<Result>(key: string, work: (ctx: SeatedCtx) => Promise<Result>): Promise<Result>;
  asNobody<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
  /** Where a person acts: the first partnership unless they were seen in another one. */
  slugs: Map<string, string>;
  mark(what: string, visibleTo: string, partnershipId?: string): Marker;
  /** What everybody's context has in common, in this transaction. */
  base(db: Database): Ctx;
  /** Voices so far, and who raised those that carry no name. */
  voices: { id: string; visibleTo: string; by: string }[];
  /** What the members of an organization's own space have in their browsers, by its lead. */
  caucusKeys: Map<string, { generation: number; raw: Uint8Array<ArrayBuffer> }>;
  unnamed: { id: string; author: SeatOf }[];
  accounts: ReadonlyMap<string, string>;
  /** Randomness can be exchanged, so that two worlds go on alike after one of them did more. */
  random: Random;
}

export async function openStage(database: TestDatabase, keys: readonly string[]): Promise<Stage> {
  const here = await testPartnership(database);
  return stageOn(here, {
    accounts: await makeAccounts(here, keys),
    markers: new Markers(),
    seats: new Map(Object.entries(here.seats)),
    slugs: new Map(),
    voices: [],
    unnamed: [],
    caucusKeys: new Map(),
  });
}

/** What a stage has to remember of everything that was played on it. */
export type Remembered = Pick<
  Stage,
  'accounts' | 'markers' | 'seats' | 'slugs' | 'voices' | 'unnamed' | 'caucusKeys'
>;

export function stageOn(here: TestPartnership, remembered: Remembered): Stage {
  const base = (db: Database): Ctx => ({
    db,
    actor: nobody,
    clock: here.clock,
    random: stage.random,
    signer: signerWith('test'),
    baseUrl: 'http://concord.test',
  });
  const stage: Stage = {
    ...remembered,
    base,
    here,
    random: here.random,
    account: (key) => found(remembered.accounts.get(key), key),
    seat: (key) => found(stage.seats.get(key), key),
    as: (key, work) =>
      inTransaction(here.db, async (db) => {
        // Nothing happens at once with anything else, so that every list has one order.
        here.clock.advance(1);
        const slug = stage.slugs.get(key) ?? here.slug;
        const at = here.clock.now();
        const wantedSeat = stage.seats.get(key)?.seatId ?? null;
        const token = tokenOf(key);
        const actor = await enterSession(db, { token, slug, wantedSeat, at });
        return work(seated({ ...base(db), actor }));
      }),
    asNobody: (work) => inTransaction(here.db, (db) => work(base(db))),
    mark: (what, visibleTo, partnershipId = here.partnershipId) =>
      remembered.markers.make(what, partnershipId, visibleTo),
  };
  return stage;
}

/** The token of somebody's session: one person may wear several hats. */
export const tokenOf = (key: string) => (key.split(' as ')[0] ?? key).replaceAll(' ', '-');

function found<Value>(value: Value | undefined, key: string): Value {
  if (value === undefined) throw new Error(`Nobody is called ${key}.`);
  return value;
}

/** As the test partnership makes them: a session whose token is the name. */
async function makeAccounts({ database: { owner } }: TestPartnership, keys: readonly string[]) {
  const { rows } = await owner.query<{ id: string; name: string }>(
    `insert into auth."user" (name, email)
     select n, replace(n, ' ', '.') || '@test.example' from unnest($1::text[]) n returning id, name`,
    [keys],
  );
  await owner.query(
    `insert into auth.session (token_hash, account_id, expires_at)
     select sha256(convert_to(replace(name, ' ', '-'), 'UTF8')), id, '2099-01-01'
     from auth."user" where name = any ($1::text[])`,
    [keys],
  );
  for (const statement of waysToSignIn) await owner.query(statement);
  const all = await owner.query<{ id: string; name: string }>('select id, name from auth."user"');
  return new Map([...all.rows, ...rows].map(({ id, name }) => [name, id]));
}

/** One row in every table of sign-in, for everybody who has an account. */
const waysToSignIn = [
  `insert into auth.password (account_id, hash, changed_at) 
   select id, repeat('0', 32) || ':' || repeat('0', 128), '2026-10-01' from auth."user"`,
  `insert into auth.passkey (id, account_id, name, public_key, counter, added_at)
   select id::text, id, 'a passkey', '\\x01', 0, '2026-10-01' from auth."user"`,
  `insert into auth.authenticator (account_id, secret, started_at) select id, 'a secret', '2026-10-01' from auth."user"`,
  `insert into auth.recovery_code (account_id, code_hash) select id, '\\x01' from auth."user"`,
  `insert into auth.district_identity (issuer, subject, account_id, linked_at)
   select 'https://district.test', id, id, '2026-10-01' from auth."user"`,
  `insert into auth.ticket (token_hash, purpose, account_id, content, expires_at)
   select sha256(convert_to(name, 'UTF8')), 'mail-link', id, '{}', '2099-01-01' from auth."user"`,
];
