import { z } from 'zod';
import { allow, notFound, type SeatedCtx, seated } from '../partnership/access/server.ts';
import {
  JointChangeList,
  JointChangePage,
  JointChangeState,
  jointChangeWords,
  mayWithdraw,
  VisibilityForm,
} from '../partnership/joint-change/index.ts';
import {
  answerJointChange,
  describeVisibility,
  handlerOf,
  proposeJointChange,
  readAnswers,
  readJointChange,
  readJointChanges,
  readOutlook,
  readStanding,
  withdrawJointChange,
} from '../partnership/joint-change/server.ts';
import { readOrganizations } from '../partnership/organization/server.ts';
import { recordPath } from '../partnership/record/index.ts';
import { readHeads } from '../partnership/record/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { id, oneOf, optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { FormSummary } from '../ui/form-summary.view.tsx';
import { EmptyState, Notice, Section } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { registerJointChangeKinds } from './joint-change-kinds.ts';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

problemsOf('change', jointChangeWords);
registerJointChangeKinds();

const w = jointChangeWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;
const pathOf = (visit: Visit) => `${baseOf(visit)}/joint-changes/${visit.param('id')}`;

const visibilityForm = z.object({
  recordId: id(),
  visibleTo: oneOf(['public', 'partnership']),
  reason: text(2000),
});

/** Joint changes: what waits for whom, what was, one change with its answers, and proposing who may see a record. */
export function jointChangesRoutes(routes: Routes): void {
  routes.get('/p/:slug/joint-changes', listPage);
  routes.get('/p/:slug/joint-changes/new', (visit) =>
    visibilityPage(visit, uuidOrNull(visit.query('from')) ?? ''),
  );
  routes.post('/p/:slug/joint-changes/visibility', visibilityForm, {
    act: async (visit, { recordId, visibleTo, reason }) => {
      const ctx = seated(visit.ctx);
      const [head] = await readHeads(ctx, [recordId]);
      if (!head) throw notFound();
      if (head.visibleTo === visibleTo) throw new InputProblem({ visibleTo: 'change.same' });
      const change = { kind: 'visibility', recordId, after: { visibleTo }, reason } as const;
      const changeId = await proposeJointChange(ctx, change);
      return go(`${baseOf(visit)}/joint-changes/${changeId}`, { done: 'proposed' });
    },
    again: (visit) => visibilityPage(visit, uuidOrNull(visit.form.value('recordId')) ?? ''),
  });

  routes.get('/p/:slug/joint-changes/:id', changePage);
  for (const [path, answer] of [
    ['agree', 'agree'],
    ['decline', 'decline'],
  ] as const) {
    routes.post(
      `/p/:slug/joint-changes/:id/${path}`,
      z.object({ reason: answer === 'decline' ? text(2000) : optionalText(2000) }),
      {
        act: async (visit, { reason }) => {
          const said = { id: visit.param('id'), answer, reason };
          return go(pathOf(visit), { done: await answerJointChange(seated(visit.ctx), said) });
        },
        again: changePage,
      },
    );
  }
  routes.post('/p/:slug/joint-changes/:id/withdraw', z.object({}), {
    act: async (visit) => {
      await withdrawJointChange(seated(visit.ctx), visit.param('id'));
      return go(pathOf(visit), { done: 'withdrawn' });
    },
    again: changePage,
  });
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const changes = await readJointChanges(ctx);
  const heads = await readHeads(ctx, changes.map(({ recordId }) => recordId).filter(isId));
  const titles = new Map(heads.map((head) => [head.id, head.title]));
  const waiting = changes.filter(({ state }) => state === 'waiting');
  const before = changes.filter(({ state }) => state !== 'waiting');
  const base = baseOf(visit);
  return page({
    title: say(w, 'title'),
    lead: say(w, 'lead'),
    notice: doneNotice(visit, w),
    body: (
      <>
        {changes.length === 0 ? (
          <EmptyState title={say(w, 'empty.title')}>
            <p>{say(w, 'empty.text')}</p>
          </EmptyState>
        ) : (
          <>
            <Section title={say(w, 'waiting')}>
              {waiting.length > 0 ? (
                <JointChangeList
                  base={base}
                  label={say(w, 'waiting')}
                  changes={waiting}
                  titles={titles}
                />
              ) : (
                <p>{say(w, 'waiting.none')}</p>
              )}
            </Section>
            {before.length > 0 && (
              <Section title={say(w, 'history')}>
                <JointChangeList
                  base={base}
                  label={say(w, 'history')}
                  changes={before}
                  titles={titles}
                />
              </Section>
            )}
          </>
        )}
        <Notice>{say(w, 'rule')}</Notice>
        <p>
          {say(w, 'compact.how')} <a href={`${base}/compact`}>{say(w, 'compact.link')}</a>
        </p>
      </>
    ),
  });
}

const isId = (value: string | null): value is string => value !== null;

async function changePage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say, locale, form } = visit;
  const change = await readJointChange(ctx, visit.param('id'));
  const [head] = change.recordId ? await readHeads(ctx, [change.recordId]) : [];
  const standing = await readStanding(ctx, change.id);
  const { seat } = ctx.actor;
  const about = change.recordId === null ? say(w, 'about.whole') : say(w, 'about.hidden');
  return page({
    title: say(w, `kind.${change.kind}`),
    overline: head ? (
      <a href={recordPath(visit.param('slug'), head)}>{head.title}</a>
    ) : (
      `${say(w, 'one')}: ${about}`
    ),
    lead: <JointChangeState state={change.state} />,
    notice: doneNotice(visit, w),
    body: (
      <>
        <FormSummary form={form} />
        <JointChangePage
          form={form}
          action={pathOf(visit)}
          change={change}
          inWords={await handlerOf(change.kind).describe(ctx, change, locale)}
          missing={standing.missing}
          answers={await readAnswers(ctx, change.id)}
          seats={await seatsBySeat(ctx)}
          organizations={await organizationNames(ctx)}
          answersFor={standing.mayAnswer ? seat.organizationName : null}
          mayWithdraw={mayWithdraw(ctx.actor, change)}
        />
      </>
    ),
  });
}

async function visibilityPage(visit: Visit, recordId: string) {
  const ctx = seated(visit.ctx);
  const { say, locale, form } = visit;
  const [head] = recordId ? await readHeads(ctx, [recordId]) : [];
  if (!head) throw notFound();
  const after = { visibleTo: head.visibleTo === 'public' ? 'partnership' : 'public' };
  const outlook = await readOutlook(ctx, { kind: 'visibility', recordId, after });
  allow(outlook.mayPropose);
  const { before } = await describeVisibility(
    ctx,
    { before: { visibleTo: head.visibleTo }, after },
    locale,
  );
  return page({
    title: say(w, 'visibility.title'),
    overline: <a href={recordPath(visit.param('slug'), head)}>{head.title}</a>,
    lead: say(w, 'visibility.lead'),
    body: (
      <VisibilityForm
        form={form}
        action={`${baseOf(visit)}/joint-changes/visibility`}
        recordId={recordId}
        visibleTo={head.visibleTo}
        needs={outlook.needs}
        organizations={await organizationNames(ctx)}
        now={before}
      />
    ),
  });
}

async function seatsBySeat(ctx: SeatedCtx) {
  return new Map((await readSeats(ctx)).map((seat) => [seat.id, seatName(seat)]));
}

async function organizationNames(ctx: SeatedCtx) {
  return new Map((await readOrganizations(ctx)).map(({ id: key, name }) => [key, name]));
}
