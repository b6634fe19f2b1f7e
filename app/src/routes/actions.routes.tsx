import { z } from 'zod';
import {
  type Action,
  ActionForm,
  ActionPage,
  ActionRows,
  ActionState,
  actionWords,
  mayTendAction,
} from '../act/action/index.ts';
import {
  addAction,
  closeAction,
  handOnAction,
  readAction,
  readClosedActions,
  readOpenActions,
  readPossibleOwners,
} from '../act/action/server.ts';
import { localDay, readTeam, readTeamOfRecord, readTeamSeats } from '../act/team/server.ts';
import { type Ctx, isSeated, notFound, seated } from '../partnership/access/server.ts';
import { type RecordHead, RecordState, recordWords } from '../partnership/record/index.ts';
import { readHeads } from '../partnership/record/server.ts';
import { seatsById } from '../partnership/seat/server.ts';
import { day, id, optionalId, optionalText, text } from '../platform/form.ts';
import { EmptyState, LinkButton, Section, Tabs } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

problemsOf('action', actionWords);

const w = actionWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;
const actionPath = (visit: Visit) => `${baseOf(visit)}/actions/${visit.param('id')}`;

const actionForm = z.object({
  title: text(200),
  ownerSeat: id(),
  dueOn: day(),
  details: optionalText(4000),
  fromId: optionalId(),
});

/** Actions: one's own first, everyone's, and what came of each. */
export function actionsRoutes(routes: Routes): void {
  routes.get('/p/:slug/actions', listPage);
  routes.get('/p/:slug/actions/new', newPage);
  routes.post('/p/:slug/actions', actionForm, {
    act: async (visit, input) => {
      const ctx = seated(visit.ctx);
      const teamId = input.fromId ? await teamOf(ctx, input.fromId) : undefined;
      const actionId = await addAction(ctx, { ...input, teamId });
      return go(`${baseOf(visit)}/actions/${actionId}`, { done: 'added' });
    },
    again: newPage,
  });

  routes.get('/p/:slug/actions/:id', actionPage);
  routes.post('/p/:slug/actions/:id/done', z.object({ doneNote: text(2000) }), {
    act: async (visit, { doneNote }) => {
      const actionId = visit.param('id');
      await closeAction(seated(visit.ctx), { actionId, as: 'done', note: doneNote });
      return go(actionPath(visit), { done: 'closed' });
    },
    again: actionPage,
  });
  routes.post('/p/:slug/actions/:id/drop', z.object({ dropNote: text(2000) }), {
    act: async (visit, { dropNote }) => {
      const actionId = visit.param('id');
      await closeAction(seated(visit.ctx), { actionId, as: 'dropped', note: dropNote });
      return go(actionPath(visit), { done: 'dropped' });
    },
    again: actionPage,
  });
  routes.post('/p/:slug/actions/:id/hand-on', z.object({ ownerSeat: id(), dueOn: day() }), {
    act: async (visit, input) => {
      await handOnAction(seated(visit.ctx), { actionId: visit.param('id'), ...input });
      return go(actionPath(visit), { done: 'handed' });
    },
    again: actionPage,
  });
}

async function teamOf(ctx: Ctx, recordId: string): Promise<string | undefined> {
  return (await readTeamOfRecord(ctx, recordId)) ?? undefined;
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const base = baseOf(visit);
  const closed = visit.query('show') === 'closed';
  const actions = closed ? await readClosedActions(ctx, 100) : await readOpenActions(ctx);
  const owners = await seatsById(ctx, [...new Set(actions.map(({ ownerSeat }) => ownerSeat))]);
  const mine = actions.filter(({ ownerSeat }) => ownerSeat === ctx.actor.seat.seatId);
  const others = byOwner(
    actions.filter((action) => !mine.includes(action)),
    [...owners.keys()],
  );
  const add = <LinkButton href={`${base}/actions/new`}>{say(w, 'new')}</LinkButton>;
  const rows = { base, owners, today: localDay(ctx) };
  return page({
    title: say(w, 'title'),
    lead: say(w, 'lead'),
    nav: 'actions',
    action: add,
    body: (
      <>
        <Tabs
          label={say(w, 'title')}
          tabs={[
            { href: `${base}/actions`, label: say(w, 'tab.open'), current: !closed },
            { href: `${base}/actions?show=closed`, label: say(w, 'tab.closed'), current: closed },
          ]}
        />
        {closed ? (
          actions.length > 0 ? (
            <ActionRows {...rows} label={say(w, 'tab.closed')} actions={actions} />
          ) : (
            <p>{say(w, 'closed.none')}</p>
          )
        ) : actions.length === 0 ? (
          <EmptyState title={say(w, 'empty.title')} who={say(w, 'empty.who')}>
            <p>{say(w, 'empty.why')}</p>
          </EmptyState>
        ) : (
          <>
            <Section title={say(w, 'mine')}>
              {mine.length > 0 ? (
                <ActionRows {...rows} label={say(w, 'mine')} actions={mine} own />
              ) : (
                <p>{say(w, 'mine.none')}</p>
              )}
            </Section>
            <Section title={say(w, 'others')}>
              {others.length > 0 ? (
                <ActionRows {...rows} label={say(w, 'others')} actions={others} />
              ) : (
                <p>{say(w, 'others.none')}</p>
              )}
            </Section>
          </>
        )}
      </>
    ),
  });
}

/** Owners in the order of the table; what each has to do stays in the order of its date. */
function byOwner(actions: readonly Action[], order: readonly string[]): Action[] {
  return [...actions].sort((a, b) => order.indexOf(a.ownerSeat) - order.indexOf(b.ownerSeat));
}

async function readSource(visit: Visit): Promise<RecordHead | null> {
  const asked = visit.form.value('fromId', visit.query('from') ?? '');
  if (!asked) return null;
  const sourceId = uuidOrNull(asked);
  const [source] = sourceId ? await readHeads(visit.ctx, [sourceId]) : [];
  if (!source) throw notFound();
  return source;
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const source = await readSource(visit);
  return page({
    title: visit.say(w, 'form.title'),
    overline: source ? visit.say(recordWords, `kind.${source.kind}`) : undefined,
    nav: 'actions',
    body: (
      <ActionForm
        form={visit.form}
        base={baseOf(visit)}
        source={source}
        owners={await readPossibleOwners(ctx, source?.visibleTo ?? 'partnership')}
      />
    ),
  });
}

async function actionPage(visit: Visit) {
  const { ctx } = visit;
  const { actor } = ctx;
  const action = await readAction(ctx, visit.param('id'));
  const teamId = isSeated(actor) ? action.teamId : null;
  const team = teamId ? await readTeam(ctx, teamId) : null;
  const members = teamId ? await readTeamSeats(ctx, teamId) : [];
  const mayTend = mayTendAction(actor, action, members);
  const owner = (await seatsById(ctx, [action.ownerSeat])).get(action.ownerSeat);
  return page({
    title: action.title,
    overline: visit.say(recordWords, 'kind.action'),
    record: true,
    nav: 'actions',
    lead:
      isSeated(actor) && action.state === 'open' ? (
        <ActionState action={action} today={localDay({ actor, clock: ctx.clock })} />
      ) : (
        <RecordState head={action} />
      ),
    notice: doneNotice(visit, w),
    ...(await recordSurround(visit, action)),
    body: (
      <ActionPage
        form={visit.form}
        base={baseOf(visit)}
        action={action}
        owner={owner}
        team={team}
        mine={action.ownerSeat === actor.seat?.seatId}
        mayTend={mayTend}
        owners={mayTend ? await readPossibleOwners(ctx, action.visibleTo) : []}
      />
    ),
  });
}
