import { z } from 'zod';
import { isSeated, seated } from '../partnership/access/server.ts';
import { RecordState, recordWords } from '../partnership/record/index.ts';
import { readHead } from '../partnership/record/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { oneOf, optionalId, optionalText, text } from '../platform/form.ts';
import { LessonForm, LessonPage, lessonWords } from '../reflect/lesson/index.ts';
import { readLesson, readLessons, writeLesson } from '../reflect/lesson/server.ts';
import { DateText, EmptyState, LinkButton, RecordList, RecordRow } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = lessonWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;

const lessonForm = z.object({
  review: optionalId(),
  title: text(200),
  context: optionalText(8000),
  change: text(8000),
  evidence: optionalText(8000),
  effort: optionalText(8000),
  conditions: optionalText(8000),
  whatFailed: optionalText(8000),
  contactSeat: optionalId(),
  visibleTo: oneOf(['public', 'partnership']),
});

/** Lessons: what was learned, with the chain that led to it. */
export function lessonRoutes(routes: Routes): void {
  routes.get('/p/:slug/lessons', async (visit) => {
    const lessons = await readLessons(visit.ctx);
    const base = baseOf(visit);
    const newLesson = isSeated(visit.ctx.actor) && (
      <LinkButton href={`${base}/lessons/new`}>{visit.say(w, 'new')}</LinkButton>
    );
    return page({
      title: visit.say(w, 'title'),
      lead: visit.say(w, 'lead'),
      nav: 'lessons',
      action: lessons.length > 0 && newLesson,
      body:
        lessons.length === 0 ? (
          <EmptyState
            title={visit.say(w, 'empty.title')}
            action={newLesson}
            who={visit.say(w, 'empty.who')}
          >
            <p>{visit.say(w, 'empty')}</p>
          </EmptyState>
        ) : (
          <RecordList label={visit.say(w, 'title')}>
            {lessons.map((lesson) => (
              <RecordRow
                key={lesson.id}
                title={lesson.title}
                record
                href={`${base}/lessons/${lesson.id}`}
                state={<RecordState head={lesson} />}
                when={<DateText date={lesson.createdAt} />}
              >
                <p>{lesson.change.slice(0, 240)}</p>
              </RecordRow>
            ))}
          </RecordList>
        ),
    });
  });

  routes.get('/p/:slug/lessons/new', newPage);
  routes.post('/p/:slug/lessons', lessonForm, {
    act: async (visit, { review, ...input }) => {
      const lessonId = await writeLesson(seated(visit.ctx), { ...input, reviewId: review });
      return go(`${baseOf(visit)}/lessons/${lessonId}`, { done: 'written' });
    },
    again: newPage,
  });

  routes.get('/p/:slug/lessons/:id', async (visit) => {
    const { ctx, say } = visit;
    const head = await readHead(ctx, 'lesson', visit.param('id'));
    const lesson = await readLesson(ctx, head.id);
    const [contact] = lesson.contactSeat ? await readSeats(ctx, [lesson.contactSeat]) : [];
    return page({
      title: head.title,
      overline: say(recordWords, 'kind.lesson'),
      record: true,
      nav: 'lessons',
      notice: doneNotice(visit, w),
      ...(await recordSurround(visit, head)),
      body: <LessonPage lesson={lesson} contact={contact ? seatName(contact) : null} />,
    });
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  return page({
    title: visit.say(w, 'new'),
    lead: visit.say(w, 'empty'),
    nav: 'lessons',
    body: (
      <LessonForm
        form={visit.form}
        action={`${baseOf(visit)}/lessons`}
        reviewId={visit.form.value('review', visit.query('review'))}
        seats={await readSeats(ctx)}
        draft={`${ctx.actor.seat.personId} lesson ${visit.query('review') ?? ''}`}
      />
    ),
  });
}
