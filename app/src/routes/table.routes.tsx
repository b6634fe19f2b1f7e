import { readMyActions } from '../act/action/server.ts';
import { readDecisionsNeedingMe, readOpenDecisions } from '../act/decision/server.ts';
import { meetingWords } from '../act/meeting/index.ts';
import {
  readMeetingsNeedingApproval,
  readNextMeeting,
  readNotices,
} from '../act/meeting/server.ts';
import { isSeated, notFound, type SeatedCtx, seated } from '../partnership/access/server.ts';
import {
  type CompactListed,
  readCompacts,
  readOrganizationsSeated,
} from '../partnership/compact/server.ts';
import { cycleOn } from '../partnership/cycle/index.ts';
import { localToday, readCycles } from '../partnership/cycle/server.ts';
import { readMyOpenInvitations } from '../partnership/invitation/server.ts';
import { jointChangeWords } from '../partnership/joint-change/index.ts';
import { readJointChangesToAnswer } from '../partnership/joint-change/server.ts';
import { RecordState, recordPath, recordWords } from '../partnership/record/index.ts';
import { readHeads, readPublicRecords } from '../partnership/record/server.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { readWaitingReset } from '../partnership/sign-in-reset/server.ts';
import { readGoals, readGoalsToEndorse } from '../prepare/goal/server.ts';
import { mayReadHeld } from '../prepare/listening/index.ts';
import { countHeldVoices } from '../prepare/listening/server.ts';
import { readVoicesWaiting } from '../prepare/voice/server.ts';
import { DateText, LinkButton, RecordList, RecordRow } from '../ui/index.ts';
import { agendasToPost } from './agendas-to-post.ts';
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
    decisions: await readDecisionsNeedingMe(ctx),
    minutes: await readMeetingsNeedingApproval(ctx),
    agendas: await agendasToPost(ctx),
    actions: (await readMyActions(ctx)).filter(
      (action) => action.dueOn <= dayAfter(today, soonDays),
    ),
    compact: await compactToRatify(ctx),
    goals: await readGoalsToEndorse(ctx, goals),
    held: mayReadHeld(ctx.actor) ? await countHeldVoices(ctx) : 0,
    invitations: await invitationsToPassOn(visit, ctx),
    changes: await changesToAnswer(visit, ctx),
    reset: await readWaitingReset(ctx),
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
        decisions={await readOpenDecisions(ctx)}
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

/** Without a mail server nobody delivers a letter but the person who wrote it. */
async function invitationsToPassOn(visit: Visit, ctx: SeatedCtx) {
  if (!ctx.actor.seat.lead || visit.services.mailLeaves) return [];
  return (await readMyOpenInvitations(ctx)).slice(0, fewest);
}

/** Joint changes that wait for this seat, with the name of what they are about. */
async function changesToAnswer(visit: Visit, ctx: SeatedCtx) {
  const changes = await readJointChangesToAnswer(ctx);
  const heads = await readHeads(ctx, changes.map(({ recordId }) => recordId ?? '').filter(Boolean));
  const titles = new Map(heads.map((head) => [head.id, head.title]));
  return changes.map(({ id, kind, recordId, lapsesAt }) => ({
    id,
    kind: visit.say(jointChangeWords, `kind.${kind}`),
    title: titles.get(recordId ?? '') ?? '',
    lapsesAt,
  }));
}

async function publicTable(visit: Visit) {
  const { ctx, say } = visit;
  const here = ctx.actor.partnership;
  const records = here ? await readPublicRecords(ctx) : [];
  // A partnership that shares nothing does not show that it exists.
  const notices = here ? await readNotices(ctx) : [];
  if (!here || records.length + notices.length === 0) throw notFound();
  return page({
    title: here.name,
    lead: say(tableWords, 'public.lead'),
    action: notices.length > 0 && (
      <LinkButton kind="quiet" href={`/p/${here.slug}/notices`}>
        {say(meetingWords, 'notices.title')}
      </LinkButton>
    ),
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
