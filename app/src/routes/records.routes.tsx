import { z } from 'zod';
import { allow, type SeatedCtx, seated } from '../partnership/access/server.ts';
import { localToday } from '../partnership/cycle/server.ts';
import { mayPrepareExport, Requests } from '../partnership/export/index.ts';
import { readRequests } from '../partnership/export/server.ts';
import { readHeads } from '../partnership/record/server.ts';
import {
  Due,
  HoldForm,
  holdScopes,
  mayPlaceHold,
  mayProposeRemoval,
  RecordsPage,
  retentionWords,
} from '../partnership/retention/index.ts';
import {
  placeHold,
  proposeLifting,
  proposeRemoval,
  readDue,
  readHindrances,
  readHolds,
  readPeopleOfSeats,
  readRetention,
  readScheduleProfile,
  readTombstones,
} from '../partnership/retention/server.ts';
import { oneOf, optionalId, optionalText, text } from '../platform/form.ts';
import { FormSummary } from '../ui/form-summary.view.tsx';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { idInAddress } from './uuid.ts';
import type { Visit } from './visit.ts';

const w = retentionWords;
problemsOf('retention', w);

const base = (visit: Visit) => `/p/${visit.param('slug')}/records`;

function lead(visit: Visit): SeatedCtx {
  const ctx = seated(visit.ctx);
  allow(mayPlaceHold(ctx.actor));
  return ctx;
}

/** How long records are kept, legal holds, and what goes when its time is over. */
export function recordsRoutes(routes: Routes): void {
  routes.get('/p/:slug/records', recordsPage);
  routes.get('/p/:slug/records/holds/new', holdPage);
  routes.post(
    '/p/:slug/records/holds',
    z.object({
      scope: oneOf(holdScopes),
      record: optionalText(500),
      person: optionalId(),
      reason: text(2000),
    }),
    {
      act: async (visit, input) => {
        const record = idInAddress(input.record) ?? undefined;
        await placeHold(seated(visit.ctx), { ...input, record });
        return go(base(visit), { done: 'held' });
      },
      again: holdPage,
    },
  );
  routes.post('/p/:slug/records/holds/:id/lift', z.object({ reason: text(2000) }), {
    act: async (visit, { reason }) => {
      const ctx = seated(visit.ctx);
      const change = await proposeLifting(ctx, { holdId: visit.param('id'), reason });
      return go(`/p/${visit.param('slug')}/joint-changes/${change}`, { done: 'proposed' });
    },
    again: recordsPage,
  });
  routes.get('/p/:slug/records/due', duePage);
  routes.post('/p/:slug/records/:id/remove', z.object({ reason: text(2000) }), {
    act: async (visit, { reason }) => {
      const ctx = seated(visit.ctx);
      const change = await proposeRemoval(ctx, { recordId: visit.param('id'), reason });
      return go(`/p/${visit.param('slug')}/joint-changes/${change}`, { done: 'proposed' });
    },
    again: duePage,
  });
}

const mostDue = 200;

async function duePage(visit: Visit) {
  const ctx = seated(visit.ctx);
  allow(mayProposeRemoval(ctx.actor));
  const ids = await readDue(ctx, localToday(ctx), mostDue);
  const heads = new Map((await readHeads(ctx, ids)).map((head) => [head.id, head]));
  const retention = new Map((await readRetention(ctx, ids)).map((one) => [one.id, one]));
  const hindrances = await readHindrances(ctx, ids);
  return page({
    title: visit.say(w, 'due.title'),
    lead: visit.say(w, 'due.lead'),
    overline: <a href={base(visit)}>{visit.say(w, 'page.title')}</a>,
    body: (
      <Due
        slug={visit.param('slug')}
        form={visit.form}
        due={ids.flatMap((id) => {
          const head = heads.get(id);
          const keptUntil = retention.get(id)?.keptUntil ?? null;
          return head ? [{ head, keptUntil, hindrance: hindrances.get(id) ?? null }] : [];
        })}
      />
    ),
  });
}

async function recordsPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { slug } = ctx.actor.partnership;
  return page({
    title: visit.say(w, 'page.title'),
    lead: visit.say(w, 'page.lead'),
    notice: doneNotice(visit, w),
    body: (
      <>
        <FormSummary form={visit.form} />
        <RecordsPage
          slug={slug}
          mayHold={mayPlaceHold(ctx.actor)}
          profile={await readScheduleProfile(ctx)}
          holds={await readHolds(ctx)}
          removed={await readTombstones(ctx)}
        >
          {mayPrepareExport(ctx.actor) && (
            <Requests path={`${base(visit)}/exports`} requests={await readRequests(ctx)} />
          )}
        </RecordsPage>
      </>
    ),
  });
}

async function holdPage(visit: Visit) {
  const ctx = lead(visit);
  const { slug } = ctx.actor.partnership;
  return page({
    title: visit.say(w, 'hold.new'),
    lead: visit.say(w, 'hold.new.lead'),
    body: (
      <HoldForm
        slug={slug}
        form={visit.form}
        record={idInAddress(visit.query('record')) ?? ''}
        people={await readPeopleOfSeats(ctx)}
      />
    ),
  });
}
