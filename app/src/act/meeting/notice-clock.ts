import type { SeatedCtx } from '../../partnership/access/server.ts';
import { meetingSorts, type RulesInForce } from '../../partnership/jurisdiction/index.ts';
import type { NoticeClock } from './meeting-notice.ts';
import { noticeDue } from './notice-due.ts';

/** By when the agenda of a meeting must be public, and which sorts of notice are still in time. */
export function noticeClock(
  ctx: Pick<SeatedCtx, 'actor' | 'clock'>,
  { notice }: Pick<RulesInForce, 'notice'>,
  startsAt: Date,
): NoticeClock {
  const { timeZone } = ctx.actor.partnership;
  const due = (sort: (typeof meetingSorts)[number]) => noticeDue(timeZone, startsAt, sort, notice);
  const now = ctx.clock.now();
  const open = meetingSorts.filter((sort) => sort === 'emergency' || now <= due(sort));
  return { regularDue: due('regular'), specialDue: due('special'), open };
}
