import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Actor } from '../partnership/access/index.ts';
import { holdSeat, readEndedSeat } from '../partnership/access/server.ts';
import { seatCookieText, seatOf } from '../partnership/account/server.ts';
import type { Database } from '../platform/database/database.ts';
import type { Services } from './services.ts';
import { uuidOrNull } from './uuid.ts';

/**
 * Where the seat of somebody's last click is not theirs any more, says which: their term has ended, or
 * it ends while their form arrives. Another seat of theirs never takes its place unasked.
 */
export async function actingNow(
  c: Context,
  db: Database,
  actor: Actor,
  { clock, signIn }: Pick<Services, 'clock' | 'signIn'>,
): Promise<Actor> {
  const slug = c.req.param('slug');
  if (!slug || !actor.account || !actor.partnership) return actor;
  const worn = uuidOrNull(seatOf(getCookie(c), signIn.secure));
  const at = clock.now();
  const question = { accountId: actor.account.id, slug, at };
  const withEnded = async (seatId: string | null) => {
    const ended = await readEndedSeat(db, { ...question, seatId });
    return ended ? { ...actor, ended } : actor;
  };
  if (!actor.seat) return withEnded(null);
  if (worn && worn !== actor.seat.seatId) {
    const now = await withEnded(worn);
    if (now.ended) return now;
  }
  if (c.req.method !== 'POST') {
    const hats = actor.seats.filter((seat) => seat.slug === slug).length;
    // Of several seats the one they wear now is remembered, so that its end does not go unnoticed.
    if (hats > 1 && !worn)
      c.header('set-cookie', seatCookieText(actor.seat.seatId, signIn.secure), { append: true });
    return actor;
  }
  if (await holdSeat(db, at)) return actor;
  return withEnded(actor.seat.seatId);
}
