import { z } from 'zod';
import { allow, seated } from '../partnership/access/server.ts';
import { CycleSteps, cycleOn, cycleWords, NextCycleForm } from '../partnership/cycle/index.ts';
import {
  localToday,
  openNextCycle,
  readCarried,
  readCycles,
  readUnfinished,
} from '../partnership/cycle/server.ts';
import { RecordState, recordPath, recordWords } from '../partnership/record/index.ts';
import { day, id, many, text } from '../platform/form.ts';
import { DateText, LinkButton, RecordList, RecordRow, Section } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { suggestCycle } from './suggest-cycle.ts';
import type { Visit } from './visit.ts';

const w = cycleWords;
problemsOf('cycle', cycleWords);

/** The cycle: where we are, what was carried over, the next round. */
export function cycleRoutes(routes: Routes): void {
  routes.get('/p/:slug/cycle', async (visit) => {
    const ctx = seated(visit.ctx);
    const { say } = visit;
    const { slug } = ctx.actor.partnership;
    const today = localToday(ctx);
    const cycles = await readCycles(ctx);
    const current = cycleOn(cycles, today);
    const carried = current ? await readCarried(ctx, current.id) : [];
    return page({
      title: current?.name ?? say(w, 'title'),
      overline: current ? say(w, 'round', { number: current.number }) : undefined,
      lead: say(w, 'lead'),
      nav: 'table',
      notice: doneNotice(visit, w),
      action: ctx.actor.seat.lead && (
        <LinkButton kind="quiet" href={`/p/${slug}/cycle/next`}>
          {say(w, 'next')}
        </LinkButton>
      ),
      body: (
        <>
          {current && <CycleSteps cycle={current} today={today} />}
          {current?.number !== 1 && (
            <Section title={say(w, 'carried.title')}>
              {carried.length === 0 ? (
                <p>{say(w, 'carried.none')}</p>
              ) : (
                <RecordList label={say(w, 'carried.title')}>
                  {carried.map((record) => (
                    <RecordRow
                      key={record.id}
                      title={record.title}
                      kind={say(recordWords, `kind.${record.kind}`)}
                      href={recordPath(slug, record)}
                      state={<RecordState head={record} />}
                    />
                  ))}
                </RecordList>
              )}
            </Section>
          )}
          {cycles.length > 1 && (
            <Section title={say(w, 'earlier')}>
              <RecordList label={say(w, 'earlier')}>
                {cycles
                  .filter((cycle) => cycle !== current)
                  .map((cycle) => (
                    <RecordRow
                      key={cycle.id}
                      title={cycle.name}
                      kind={say(w, 'round', { number: cycle.number })}
                      when={<DateText date={cycle.endsOn} />}
                    />
                  ))}
              </RecordList>
            </Section>
          )}
        </>
      ),
    });
  });

  routes.get('/p/:slug/cycle/next', nextPage);
  routes.post(
    '/p/:slug/cycle/next',
    z.object({
      name: text(120),
      startsOn: day(),
      actOn: day(),
      reflectOn: day(),
      endsOn: day(),
      carried: many(id()),
    }),
    {
      act: async (visit, input) => {
        await openNextCycle(seated(visit.ctx), input);
        return go(`/p/${visit.param('slug')}/cycle`, { done: 'opened' });
      },
      again: nextPage,
    },
  );
}

async function nextPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  allow(ctx.actor.seat.lead);
  const last = (await readCycles(ctx)).at(-1);
  const after = last ? new Date(`${last.endsOn}T12:00:00Z`) : ctx.clock.now();
  return page({
    title: visit.say(w, 'next'),
    lead: visit.say(w, 'next.lead'),
    nav: 'table',
    body: (
      <NextCycleForm
        form={visit.form}
        action={`/p/${visit.param('slug')}/cycle/next`}
        suggested={suggestCycle(new Date(after.getTime() + 40 * 86_400_000), visit.locale)}
        unfinished={await readUnfinished(ctx)}
      />
    ),
  });
}
