import {
  type Actor,
  nobody,
  type PartnershipHere,
  type SeatHeld,
} from '../../partnership/access/index.ts';
import {
  type Ctx,
  enterSeat,
  readAudiences,
  type SeatedCtx,
  seated,
} from '../../partnership/access/server.ts';
import { type SettableClock, settableClock } from '../../platform/clock.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { systemRandom } from '../../platform/random.ts';
import type { Signer } from '../../platform/signer.ts';

/** The stage on which the demo's story is played: a clock that moves, and people who act through the use-cases. */
export interface Stage {
  clock: SettableClock;
  partnership: PartnershipHere;
  /** The seat of a person, by key. */
  seat(key: string): SeatHeld;
  sit(key: string, seat: SeatHeld, name: string): void;
  /** Runs work as one person, in one transaction. */
  as<Result>(key: string, work: (ctx: SeatedCtx) => Promise<Result>): Promise<Result>;
  asNobody<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result>;
  /** Moves the clock: days before the day on which the story ends, and an hour of that day. */
  on(daysAgo: number, hour?: number): void;
  /** The calendar day so many days before (or, negative, after) the end of the story. */
  day(daysAgo: number): string;
}

export interface StageSettings {
  database: Database;
  signer: Signer;
  baseUrl: string;
  now: Date;
}

export function buildStage(
  settings: StageSettings,
): Stage & { open(partnership: PartnershipHere): void } {
  const { database, signer, baseUrl, now } = settings;
  const clock = settableClock(now);
  const random = systemRandom(clock);
  const seats = new Map<string, { seat: SeatHeld; name: string }>();
  let here: PartnershipHere | null = null;
  const base = (db: Database): Ctx => ({ db, actor: nobody, clock, random, signer, baseUrl });
  const moment = (daysAgo: number, hour: number) => {
    const at = new Date(now.getTime() - daysAgo * 86_400_000);
    at.setUTCHours(hour + 5, 0, 0, 0);
    return at;
  };

  function sitting(key: string) {
    const found = seats.get(key);
    if (!found) throw new Error(`Nobody called ${key} sits in the demo district.`);
    return found;
  }

  return {
    clock,
    get partnership() {
      if (!here) throw new Error('The demo district has not begun.');
      return here;
    },
    open: (partnership) => {
      here = partnership;
    },
    seat: (key) => sitting(key).seat,
    sit: (key, seat, name) => seats.set(key, { seat, name }),
    asNobody: (work) => inTransaction(database, (db) => work(base(db))),
    as: (key, work) =>
      inTransaction(database, async (db) => {
        const { seat, name } = sitting(key);
        const entered = await enterSeat(db, { ...seat, at: clock.now() });
        if (!entered) throw new Error(`${key} may not act on ${clock.now().toISOString()}.`);
        const audiences = await readAudiences(db);
        const account = { id: '', name, email: '', locale: 'en', demo: true };
        const actor: Actor = { account, partnership: here, seat, seats: [seat], audiences };
        return work(seated({ ...base(db), actor }));
      }),
    on: (daysAgo, hour = 10) => clock.set(moment(daysAgo, hour)),
    day: (daysAgo) => moment(daysAgo, 10).toISOString().slice(0, 10),
  };
}
