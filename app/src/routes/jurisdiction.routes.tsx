import { z } from 'zod';
import { seated } from '../partnership/access/server.ts';
import { RulesPage, rulesWords } from '../partnership/jurisdiction/index.ts';
import { readReviews, readRules, reviewRules } from '../partnership/jurisdiction/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { integer } from '../platform/form.ts';
import { FormSummary } from '../ui/form-summary.view.tsx';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = rulesWords;
problemsOf('rules', w);

/** The rules of the place: read and reviewed by both sides, changed by both. */
export function jurisdictionRoutes(routes: Routes): void {
  routes.get('/p/:slug/rules', rulesPage);
  routes.post('/p/:slug/rules/review', z.object({ version: integer(1, 100_000) }), {
    act: async (visit, input) => {
      await reviewRules(seated(visit.ctx), input);
      return go(`/p/${visit.param('slug')}/rules`, { done: 'reviewed' });
    },
    again: rulesPage,
  });
}

async function rulesPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { seat } = ctx.actor;
  const rules = await readRules(ctx);
  const reviews = await readReviews(ctx, rules.version);
  const seats = await readSeats(ctx);
  const names = new Map(seats.map((one) => [one.id, seatName(one)]));
  const leading = seats.filter(({ lead, holder }) => lead && holder !== null);
  const organizations = new Map(
    leading.map((one) => [
      one.organizationId,
      { id: one.organizationId, name: one.organizationName },
    ]),
  );
  return page({
    title: visit.say(w, 'title'),
    lead: visit.say(w, 'lead'),
    notice: doneNotice(visit, w),
    body: (
      <>
        <FormSummary form={visit.form} />
        <RulesPage
          base={`/p/${visit.param('slug')}/rules`}
          rules={rules}
          reviews={reviews}
          organizations={[...organizations.values()]}
          nameOf={(seatId) => names.get(seatId) ?? ''}
          boards={boardsOf(seats)}
          mayReview={seat.lead}
          reviewed={reviews.some(({ organizationId }) => organizationId === seat.organizationId)}
        />
      </>
    ),
  });
}

/** The boards at the table with how many of their seats are here. */
function boardsOf(
  seats: readonly { constituency: string; organizationId: string; organizationName: string }[],
) {
  const boards = new Map<string, { id: string; name: string; seats: number }>();
  for (const { constituency, organizationId: id, organizationName: name } of seats) {
    if (constituency !== 'board') continue;
    boards.set(id, { id, name, seats: (boards.get(id)?.seats ?? 0) + 1 });
  }
  return [...boards.values()];
}
