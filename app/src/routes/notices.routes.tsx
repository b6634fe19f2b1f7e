import { decisionWords, stanceKey } from '../act/decision/index.ts';
import { meetingWords, NoticePage, type RollCallVote } from '../act/meeting/index.ts';
import { readNoticeHere, readNotices, readRollCall } from '../act/meeting/server.ts';
import { notFound } from '../partnership/access/server.ts';
import { DateText, EmptyState, RecordList, RecordRow } from '../ui/index.ts';
import { page } from './answer.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = meetingWords;

/** Notices of meetings in the open, for everybody: also for people without an account. */
export function noticesRoutes(routes: Routes): void {
  routes.get('/p/:slug/notices', noticesPage);
  routes.get('/p/:slug/notices/:id', noticePage);
}

async function noticesPage(visit: Visit) {
  const { ctx, say } = visit;
  const notices = await readNotices(ctx);
  // A partnership that shares nothing does not show that it exists.
  if (!ctx.actor.seat && notices.length === 0) throw notFound();
  return page({
    title: say(w, 'notices.title'),
    lead: say(w, 'notices.lead'),
    nav: 'meetings',
    body:
      notices.length === 0 ? (
        <EmptyState title={say(w, 'notices.title')}>
          <p>{say(w, 'notices.none')}</p>
        </EmptyState>
      ) : (
        <RecordList label={say(w, 'notices.label')}>
          {notices.map((notice) => (
            <RecordRow
              key={notice.id}
              title={notice.title}
              href={`/p/${visit.param('slug')}/notices/${notice.id}`}
              who={notice.bodyName}
              when={<DateText date={notice.startsAt} as="moment" />}
            />
          ))}
        </RecordList>
      ),
  });
}

async function noticePage(visit: Visit) {
  const { ctx, say } = visit;
  const notice = await readNoticeHere(ctx, visit.param('id'));
  const words = (vote: RollCallVote) => say(decisionWords, stanceKey(vote.scale, vote.vote));
  return page({
    title: notice.title,
    overline: <a href={`/p/${visit.param('slug')}/notices`}>{say(w, 'notices.title')}</a>,
    record: true,
    nav: 'meetings',
    body: (
      <NoticePage notice={notice} votes={await readRollCall(ctx, notice.id)} voteInWords={words} />
    ),
  });
}
