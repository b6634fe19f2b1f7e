import type { SeatedCtx } from '../../partnership/access/server.ts';
import { isCovered, type MeetingSort } from '../../partnership/jurisdiction/index.ts';
import { readRules } from '../../partnership/jurisdiction/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import type { Team } from '../team/index.ts';
import { noticeClock } from './notice-clock.ts';

export interface NoticeWanted {
  sort: MeetingSort;
  reason: string;
}

const usual: NoticeWanted = { sort: 'regular', reason: '' };

/**
 * Throws when a body that meets in the open could no longer tell the public in time. Answers the
 * notice that the meeting will have; for other teams always the usual one.
 */
export async function checkNotice(
  ctx: SeatedCtx,
  team: Pick<Team, 'creationAuthority'>,
  startsAt: Date,
  wanted: NoticeWanted = usual,
): Promise<NoticeWanted> {
  const rules = await readRules(ctx);
  if (!isCovered(rules, team.creationAuthority)) return usual;
  if (!noticeClock(ctx, rules, startsAt).open.includes(wanted.sort)) {
    throw new InputProblem({ startsAt: `meeting.too-late:${rules.notice[wanted.sort]}` });
  }
  if (wanted.sort === 'regular') return usual;
  if (!wanted.reason) throw new InputProblem({ noticeReason: 'meeting.reason-needed' });
  return wanted;
}
