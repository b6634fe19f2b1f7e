import { z } from 'zod';
import { allow, type SeatedCtx, seated } from '../partnership/access/server.ts';
import {
  exportScopes,
  exportWords,
  mayPrepareExport,
  RequestForm,
  Review,
  reviewItems,
} from '../partnership/export/index.ts';
import {
  leaveOut,
  makeCopy,
  openRequest,
  putBack,
  readLeftOut,
  readNames,
  readRequest,
  reviewRequest,
  rowsOf,
} from '../partnership/export/server.ts';
import { readPeopleOfSeats } from '../partnership/retention/server.ts';
import { checked, day, id, many, oneOf, optionalId, optionalText, text } from '../platform/form.ts';
import { locales } from '../ui/index.ts';
import { file, go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { idInAddress } from './uuid.ts';
import type { Visit } from './visit.ts';

const w = exportWords;
problemsOf('export', w);

const rowsOnPage = 200;
const exportsPath = (visit: Visit) => `/p/${visit.param('slug')}/records/exports`;
const onePath = (visit: Visit) => `${exportsPath(visit)}/${visit.param('id')}`;

function preparer(visit: Visit): SeatedCtx {
  const ctx = seated(visit.ctx);
  allow(mayPrepareExport(ctx.actor));
  return ctx;
}

/** Copies for records requests: chosen, looked through, marked, made. */
export function exportsRoutes(routes: Routes): void {
  routes.get('/p/:slug/records/exports/new', requestPage);
  routes.post(
    '/p/:slug/records/exports',
    z.object({
      scope: oneOf(exportScopes),
      record: optionalText(500),
      person: optionalId(),
      askedBy: text(200),
      askedOn: day(),
      locale: oneOf(locales),
      withOwn: checked(),
    }),
    {
      act: async (visit, input) => {
        const record = idInAddress(input.record) ?? undefined;
        const made = await openRequest(seated(visit.ctx), { ...input, record });
        return go(`${exportsPath(visit)}/${made}`, { done: 'opened' });
      },
      again: requestPage,
    },
  );
  routes.get('/p/:slug/records/exports/:id', reviewPage);
  routes.post(
    '/p/:slug/records/exports/:id/leave-out',
    z.object({
      items: many(z.string().max(400)),
      passages: optionalText(20_000),
      within: optionalText(60),
      reason: text(500),
    }),
    {
      act: async (visit, input) => {
        await leaveOut(seated(visit.ctx), visit.param('id'), input);
        return go(`${onePath(visit)}#marked`, { done: 'marked' });
      },
      again: reviewPage,
    },
  );
  routes.post('/p/:slug/records/exports/:id/put-back', z.object({ leftOut: id() }), {
    act: async (visit, input) => {
      await putBack(seated(visit.ctx), visit.param('id'), input.leftOut);
      return go(`${onePath(visit)}#marked`, { done: 'put-back' });
    },
    again: reviewPage,
  });
  routes.post('/p/:slug/records/exports/:id/review', z.object({ looked: checked() }), {
    act: async (visit, input) => {
      await reviewRequest(seated(visit.ctx), visit.param('id'), input.looked);
      return go(onePath(visit), { done: 'reviewed' });
    },
    again: reviewPage,
  });
  routes.post('/p/:slug/records/exports/:id/make', z.object({}), {
    act: async (visit) =>
      file({
        type: 'application/zip',
        name: `records-${visit.param('slug')}.zip`,
        body: await makeCopy(seated(visit.ctx), visit.param('id')),
      }),
    again: reviewPage,
  });
}

async function requestPage(visit: Visit) {
  const ctx = preparer(visit);
  return page({
    title: visit.say(w, 'open'),
    lead: visit.say(w, 'open.lead'),
    body: (
      <RequestForm
        path={exportsPath(visit)}
        form={visit.form}
        record={idInAddress(visit.query('record')) ?? ''}
        people={await readPeopleOfSeats(ctx)}
      />
    ),
  });
}

async function reviewPage(visit: Visit) {
  const ctx = preparer(visit);
  const request = await readRequest(ctx, visit.param('id'));
  const number = Math.max(
    1,
    Math.min(100_000, Number.parseInt(visit.query('page') ?? '1', 10) || 1),
  );
  const words = (visit.query('words') ?? '').slice(0, 200).replaceAll('\0', '');
  const rows = await rowsOf(ctx, request);
  const from = (number - 1) * rowsOnPage;
  const found = await rows.page({ words, from, most: rowsOnPage + 1 });
  const leftOut = await readLeftOut(ctx, request.id);
  const setting = { locale: visit.locale, dates: visit.dates, names: await readNames(ctx) };
  return page({
    title: visit.say(w, 'for', { name: request.askedBy }),
    overline: visit.say(w, 'title'),
    notice: doneNotice(visit, w),
    body: (
      <Review
        path={onePath(visit)}
        form={visit.form}
        request={request}
        items={reviewItems(setting, found.slice(0, rowsOnPage), leftOut)}
        leftOut={leftOut}
        count={await rows.count()}
        words={words}
        page={number}
        more={found.length > rowsOnPage}
      />
    ),
  });
}
