import { readMyActions } from '../act/action/server.ts';
import { readMeetingsNeedingApproval, readNextMeeting } from '../act/meeting/server.ts';
import type { SeatedCtx } from '../partnership/access/ctx.ts';
import { isSeated, notFound, seated } from '../partnership/access/refusal.ts';
import { type CompactListed, readCompacts } from '../partnership/compact/compact.store.ts';
import { readOrganizationsSeated } from '../partnership/compact/seated-organizations.store.ts';
import { readCycles } from '../partnership/cycle/cycle.store.ts';
import { cycleOn } from '../partnership/cycle/cycle.ts';
import { localToday } from '../partnership/cycle/local-today.ts';
import { readPublicRecords } from '../partnership/record/public-records.store.ts';
import { recordPath } from '../partnership/record/record.ts';
import { recordWords } from '../partnership/record/record.words.ts';
import { RecordState } from '../partnership/record/record-state.view.tsx';
import { readSeats } from '../partnership/seat/seat.store.ts';
import { readGoals, readGoalsToEndorse } from '../prepare/goal/server.ts';
import { readVoicesWaiting } from '../prepare/voice/server.ts';
import { DateText, RecordList, RecordRow } from '../ui/index.ts';
import { page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import { TablePage, TableSide } from './table.view.tsx';
import { tableWords } from './table.words.ts';
import { needsOf } from './table-needs.ts';
import type { Visit } from './visit.ts';

const soonDays = 10;
const fewest = 6;

/** The table: a partnership's home. Visitors see what is public. */
export function tableRoutes(routes: Routes): void {
  routes.get('/p/:slug', (visit) =>
    isSeated(visit.ctx.actor) ? memberTable(visit) : publicTable(visit),
  );
}

async function memberTable(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { slug, name } = ctx.actor.partnership;
  const today = localToday(ctx);
  const seats = await readSeats(ctx);
  const goals = await readGoals(ctx);
  const voices = await readVoicesWaiting(ctx);
  const needs = needsOf(visit, ctx.actor, {
    voices,
    decisions: [],
    minutes: await readMeetingsNeedingApproval(ctx),
    actions: (await readMyActions(ctx)).filter(
      (action) => action.dueOn <= dayAfter(today, soonDays),
    ),
    compact: await compactToRatify(ctx),
    goals: await readGoalsToEndorse(ctx, goals),
  });
  return page({
    title: name,
    nav: 'table',
    notice: doneNotice(visit, tableWords),
    side: <TableSide slug={slug} seats={seats} />,
    body: (
      <TablePage
        slug={slug}
        today={today}
        needs={needs}
        cycle={cycleOn(await readCycles(ctx), today)}
        meeting={await readNextMeeting(ctx)}
        goals={goals
          .filter((goal) => ['adopted', 'proposed'].includes(goal.state))
          .slice(0, fewest)}
        voices={voices.slice(0, fewest)}
        seats={new Map(seats.map((seat) => [seat.id, seat]))}
        beginning={goals.length === 0 && voices.length === 0}
      />
    ),
  });
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The compact that the acting lead's organization has not ratified yet. */
async function compactToRatify(ctx: SeatedCtx): Promise<CompactListed | undefined> {
  if (!ctx.actor.seat.lead) return undefined;
  const offered = (await readCompacts(ctx)).find((one) => one.state === 'offered');
  if (!offered) return undefined;
  const organizations = await readOrganizationsSeated(ctx, offered.id);
  const own = organizations.find((one) => one.id === ctx.actor.seat.organizationId);
  return own && !own.ratified ? offered : undefined;
}

async function publicTable(visit: Visit) {
  const { ctx, say } = visit;
  const here = ctx.actor.partnership;
  const records = here ? await readPublicRecords(ctx) : [];
  // A partnership that shares nothing does not show that it exists.
  if (!here || records.length === 0) throw notFound();
  return page({
    title: here.name,
    lead: say(tableWords, 'public.lead'),
    body: (
      <RecordList label={say(tableWords, 'public.title')}>
        {records.map((record) => (
          <RecordRow
            key={record.id}
            title={record.title}
            record
            kind={say(recordWords, `kind.${record.kind}`)}
            href={recordPath(here.slug, record)}
            state={<RecordState head={record} />}
            when={<DateText date={record.createdAt} />}
          />
        ))}
      </RecordList>
    ),
  });
}
