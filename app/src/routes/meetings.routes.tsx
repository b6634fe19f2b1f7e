import { z } from 'zod';
import {
  ApprovalNeeded,
  approvingOrganizations,
  type Meeting,
  MeetingAgenda,
  MeetingApproval,
  MeetingForm,
  MeetingMinutes,
  MeetingNoticeSection,
  MeetingPresence,
  MeetingRows,
  mayApprove,
  mayBringItems,
  mayCallMeetings,
  mayKeepMinutes,
  maySkip,
  mayTakeBackMinutes,
  meetingWords,
  type Outcome,
  outcomes,
  type Presence,
  presences,
  SkipForm,
} from '../act/meeting/index.ts';
import {
  announceMeeting,
  approveMinutes,
  bringItems,
  calendarToken,
  dayHasCome,
  endSeries,
  noteAttendance,
  noticeClock,
  offerMinutes,
  ownTeamIds,
  planMeeting,
  readAgenda,
  readApprovals,
  readAttendance,
  readMeeting,
  readMeetingAfter,
  readMeetingsNeedingApproval,
  readNotice,
  readOpenBusiness,
  readPastMeetings,
  readUpcomingMeetings,
  skipMeeting,
  startSeries,
  takeBackMinutes,
  writeMinutes,
} from '../act/meeting/server.ts';
import { onTeam, type Team, type TeamMember } from '../act/team/index.ts';
import { readSeatsOfTeams, readTeam, readTeamSeats, readTeams } from '../act/team/server.ts';
import { isSeated, type SeatedCtx, seated } from '../partnership/access/server.ts';
import { isCovered, meetingSorts } from '../partnership/jurisdiction/index.ts';
import { readRules } from '../partnership/jurisdiction/server.ts';
import { RecordState } from '../partnership/record/index.ts';
import { readHeads } from '../partnership/record/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { seatsById } from '../partnership/seat/server.ts';
import { id, integer, many, oneOf, optionalText, text } from '../platform/form.ts';
import { FormSummary } from '../ui/form-summary.view.tsx';
import {
  ButtonRow,
  CopyField,
  DateText,
  Disclosure,
  EmptyState,
  LinkButton,
  NeedsYou,
  Notice,
  Prose,
  Section,
  useWords,
} from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

problemsOf('meeting', meetingWords);

const w = meetingWords;
/** How many meetings of a list are shown at once. */
const shownFirst = 4;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;
const meetingPath = (visit: Visit) => `${baseOf(visit)}/meetings/${visit.param('id')}`;

const meetingForm = z.object({
  teamId: id(),
  title: text(160),
  startsAt: z
    .string({ error: 'required' })
    .min(1, 'required')
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'not-a-day')
    .refine((value) => !Number.isNaN(Date.parse(`${value}Z`)), { error: 'not-a-day' }),
  everyWeeks: integer(0, 26),
  durationMinutes: integer(10, 600),
  place: optionalText(200),
  quorumEachSide: integer(0, 50),
  audience: oneOf(['team', 'partnership']),
  noticeSort: z.preprocess(
    (value) => (value === '' ? undefined : value),
    oneOf(meetingSorts).default('regular'),
  ),
  noticeReason: optionalText(1000).default(''),
});

/** Fields whose names carry the id of a seat or an item: `presence.<id>`, `outcome.<id>`. */
const fieldsById = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const minutesForm = z
  .object({ minutes: optionalText(40_000), seen: z.string().optional() })
  .catchall(z.union([z.string().max(4000, 'too-long:4000'), z.array(z.string())]));

/** Meetings: the list, calling them, their agenda, attendance, minutes and approval. */
export function meetingsRoutes(routes: Routes): void {
  routes.get('/p/:slug/meetings', listPage);
  routes.get('/p/:slug/meetings/new', newPage);
  routes.post('/p/:slug/meetings', meetingForm, {
    act: async (visit, { startsAt, everyWeeks, noticeSort, noticeReason, ...input }) => {
      const ctx = seated(visit.ctx);
      const plan = { ...input, day: startsAt.slice(0, 10), time: startsAt.slice(11) };
      if (everyWeeks === 0) {
        const notice = { sort: noticeSort, reason: noticeReason };
        const meetingId = await planMeeting(ctx, { ...plan, notice });
        return go(`${baseOf(visit)}/meetings/${meetingId}`, { done: 'planned' });
      }
      await startSeries(ctx, { ...plan, everyWeeks });
      return go(`${baseOf(visit)}/meetings`, { done: 'series' });
    },
    again: newPage,
  });
  routes.post('/p/:slug/meetings/series/:seriesId/end', z.object({}), {
    act: async (visit) => {
      await endSeries(seated(visit.ctx), visit.param('seriesId'));
      return go(`${baseOf(visit)}/meetings`, { done: 'series-ended' });
    },
    again: listPage,
  });

  routes.get('/p/:slug/meetings/:id', meetingPage);
  routes.post(
    '/p/:slug/meetings/:id/items',
    z.object({ title: optionalText(200), recordIds: many(id()) }),
    {
      act: async (visit, input) => {
        await bringItems(seated(visit.ctx), { meetingId: visit.param('id'), ...input });
        return go(`${meetingPath(visit)}#agenda`, { done: 'brought' });
      },
      again: meetingPage,
    },
  );
  const announcement = z.object({
    noticeSort: oneOf(meetingSorts),
    noticeReason: optionalText(1000).default(''),
  });
  routes.post('/p/:slug/meetings/:id/announce', announcement, {
    act: async (visit, { noticeSort: sort, noticeReason: reason }) => {
      await announceMeeting(seated(visit.ctx), { meetingId: visit.param('id'), sort, reason });
      return go(`${meetingPath(visit)}#notice`, { done: 'announced' });
    },
    again: meetingPage,
  });
  routes.post('/p/:slug/meetings/:id/attendance', fieldsById, {
    act: async (visit, input) => {
      await noteAttendance(seated(visit.ctx), {
        meetingId: visit.param('id'),
        presences: presencesOf(input),
      });
      return go(`${meetingPath(visit)}#presence`, { done: 'attendance' });
    },
    again: meetingPage,
  });
  routes.post('/p/:slug/meetings/:id/minutes', minutesForm, {
    act: async (visit, input) => {
      await writeMinutes(seated(visit.ctx), minutesOf(visit, input));
      return go(`${meetingPath(visit)}#minutes`, { done: 'draft' });
    },
    again: meetingPage,
  });
  routes.post('/p/:slug/meetings/:id/offer', minutesForm, {
    act: async (visit, input) => {
      await offerMinutes(seated(visit.ctx), minutesOf(visit, input));
      return go(meetingPath(visit), { done: 'offered' });
    },
    again: meetingPage,
  });
  routes.post('/p/:slug/meetings/:id/take-back', z.object({}), {
    act: async (visit) => {
      await takeBackMinutes(seated(visit.ctx), visit.param('id'));
      return go(`${meetingPath(visit)}#minutes`, { done: 'taken-back' });
    },
    again: meetingPage,
  });
  routes.post('/p/:slug/meetings/:id/approve', z.object({ version: integer(1, 10_000) }), {
    act: async (visit, { version }) => {
      await approveMinutes(seated(visit.ctx), { meetingId: visit.param('id'), version });
      return go(meetingPath(visit), { done: 'approved' });
    },
    again: meetingPage,
  });
  routes.post('/p/:slug/meetings/:id/skip', z.object({ reason: text(300) }), {
    act: async (visit, { reason }) => {
      await skipMeeting(seated(visit.ctx), { meetingId: visit.param('id'), reason });
      return go(meetingPath(visit), { done: 'skipped' });
    },
    again: meetingPage,
  });
}

function presencesOf(input: z.output<typeof fieldsById>): Record<string, Presence> {
  const found: Record<string, Presence> = {};
  for (const [name, value] of Object.entries(input)) {
    const presence = presences.find((one) => one === value);
    if (name.startsWith('presence.') && presence) found[name.slice('presence.'.length)] = presence;
  }
  return found;
}

function minutesOf(visit: Visit, input: z.output<typeof minutesForm>) {
  const items: Record<string, { outcome: Outcome; note: string }> = {};
  for (const [name, value] of Object.entries(input)) {
    const outcome = outcomes.find((one) => one === value);
    if (!name.startsWith('outcome.') || !outcome) continue;
    const itemId = name.slice('outcome.'.length);
    const note = input[`note.${itemId}`];
    items[itemId] = { outcome, note: typeof note === 'string' ? note.trim() : '' };
  }
  return { meetingId: visit.param('id'), minutes: input.minutes, seen: input.seen, items };
}

/** The teams for which the acting seat may call meetings. */
async function callableTeams(ctx: SeatedCtx, teams: readonly Team[]): Promise<Team[]> {
  const seats = await readSeatsOfTeams(ctx, ownTeamIds(ctx));
  return teams.filter((team) => mayCallMeetings(ctx.actor, team, seats.get(team.id) ?? []));
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const base = baseOf(visit);
  const upcoming = await readUpcomingMeetings(ctx);
  const past = await readPastMeetings(ctx, 40);
  const teams = await readTeams(ctx);
  const names = new Map(teams.map((team) => [team.id, team.title]));
  const approvals = await readMeetingsNeedingApproval(ctx);
  const mine = upcoming.filter(({ teamId }) => onTeam(ctx.actor, teamId));
  const others = upcoming.filter((meeting) => !mine.includes(meeting));
  const call = (await callableTeams(ctx, teams)).length > 0 && (
    <LinkButton href={`${base}/meetings/new`}>{say(w, 'new')}</LinkButton>
  );
  const rows = { base, teams: names };
  const none = upcoming.length + past.length === 0;
  return page({
    title: say(w, 'title'),
    lead: say(w, 'lead'),
    nav: 'meetings',
    notice: doneNotice(visit, w),
    action: !none && call,
    body: (
      <>
        <NeedsYou
          needs={approvals.map((meeting) => ({
            href: `${base}/meetings/${meeting.id}`,
            verb: say(w, 'needs.approve'),
            about: meeting.title,
          }))}
        />
        {none ? (
          <EmptyState title={say(w, 'empty.title')} action={call} who={say(w, 'empty.who')}>
            <p>{say(w, 'empty.why')}</p>
          </EmptyState>
        ) : (
          <Section title={say(w, 'mine')}>
            {mine.length > 0 ? (
              <SomeMeetings {...rows} label={say(w, 'mine')} meetings={mine} />
            ) : (
              <p>{say(w, 'mine.none')}</p>
            )}
          </Section>
        )}
        {others.length > 0 && (
          <Section title={say(w, 'others')}>
            <SomeMeetings {...rows} label={say(w, 'others')} meetings={others} />
          </Section>
        )}
        {past.length > 0 && (
          <Section title={say(w, 'past')}>
            <SomeMeetings {...rows} label={say(w, 'past')} meetings={past} past />
          </Section>
        )}
        <Section title={say(w, 'calendar')} id="calendar">
          <p>{say(w, 'calendar.text')}</p>
          <CopyField
            label={say(w, 'calendar.address')}
            hint={say(w, 'calendar.hint')}
            value={`${ctx.baseUrl}/calendar/${calendarToken(ctx.signer, ctx.actor.seat)}.ics`}
          />
        </Section>
      </>
    ),
  });
}

/** The nearest few; the rest folds, so that a page stays as long as its reader's patience. */
function SomeMeetings({ past, ...rows }: Parameters<typeof MeetingRows>[0] & { past?: boolean }) {
  const t = useWords(w);
  const later = rows.meetings.slice(shownFirst);
  return (
    <>
      <MeetingRows {...rows} meetings={rows.meetings.slice(0, shownFirst)} />
      {later.length > 0 && (
        <Disclosure summary={t(past ? 'past.earlier' : 'mine.later', { count: later.length })}>
          <MeetingRows {...rows} meetings={later} />
        </Disclosure>
      )}
    </>
  );
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const teams = await callableTeams(ctx, await readTeams(ctx));
  if (teams.length === 0) return noTeamPage(visit);
  const rules = await readRules(ctx);
  const asked = uuidOrNull(visit.query('team'));
  const only = teams.length === 1 ? teams[0]?.id : undefined;
  return page({
    title: visit.say(w, 'form.title'),
    lead: visit.say(w, 'form.lead'),
    nav: 'meetings',
    body: (
      <MeetingForm
        form={visit.form}
        base={baseOf(visit)}
        teams={teams}
        teamId={asked ?? only ?? ''}
        anyCovered={teams.some((team) => isCovered(rules, team.creationAuthority))}
      />
    ),
  });
}

/** Meetings belong to teams: whoever calls none yet is told who does, and how one gets there. */
function noTeamPage({ param, say }: Visit) {
  return page({
    title: say(w, 'form.title'),
    nav: 'meetings',
    status: 403,
    body: (
      <EmptyState
        title={say(w, 'no-team.title')}
        action={
          <LinkButton href={`/p/${param('slug')}/teams`}>{say(w, 'no-team.teams')}</LinkButton>
        }
        who={say(w, 'no-team.who')}
      >
        <p>{say(w, 'no-team.why')}</p>
      </EmptyState>
    ),
  });
}

async function meetingPage(visit: Visit) {
  const { ctx, say, form } = visit;
  const { actor } = ctx;
  const slug = visit.param('slug');
  const base = baseOf(visit);
  const meeting = await readMeeting(ctx, visit.param('id'));
  const team = await readTeam(ctx, meeting.teamId);
  const members = await readTeamSeats(ctx, team.id);
  const agenda = await readAgenda(ctx, meeting.id);
  const attendance = await readAttendance(ctx, meeting.id);
  const approvals = await readApprovals(ctx, meeting);
  const seats = await seatsById(ctx);
  const nameOf = (seatId: string | null) => {
    const seat = seatId ? seats.get(seatId) : undefined;
    return seat ? seatName(seat) : null;
  };
  const named = agenda.flatMap(({ recordId }) => (recordId ? [recordId] : []));
  const records = new Map((await readHeads(ctx, named)).map((head) => [head.id, head]));
  const mayBring = mayBringItems(actor, meeting);
  const mayWrite =
    isSeated(actor) &&
    mayKeepMinutes(actor, meeting, dayHasCome({ actor, clock: ctx.clock }, meeting));
  const closed = meeting.state === 'minutes-offered' || meeting.state === 'minutes-approved';
  const carried = agenda.some(({ outcome }) => outcome === 'carried');
  const next = carried ? await readMeetingAfter(ctx, meeting) : null;
  const covered = isSeated(actor) ? await clockOf(seated(ctx), team, meeting) : null;
  const present = presentThen(members, attendance, [...seats.values()], closed);
  return page({
    title: meeting.title,
    overline: (
      <a href={`/p/${visit.param('slug')}/teams/${team.id}`}>
        {say(w, 'of-team', { team: team.title })}
      </a>
    ),
    record: true,
    nav: 'meetings',
    lead: (
      <>
        <RecordState head={meeting} /> · <DateText date={meeting.startsAt} as="moment" />
        {` · ${say(w, 'facts.minutes', { minutes: meeting.durationMinutes })}`}
        {meeting.place && ` · ${meeting.place}`}
      </>
    ),
    notice: doneNotice(visit, w),
    ...(await recordSurround(visit, meeting)),
    body: (
      <>
        <FormSummary form={form} />
        {mayApprove(actor, meeting, members, approvals) && (
          <ApprovalNeeded
            slug={slug}
            meeting={meeting}
            organization={actor.seat.organizationName}
          />
        )}
        {meeting.state === 'skipped' && (
          <Notice>{say(w, 'skipped', { reason: meeting.skippedBecause })}</Notice>
        )}
        {covered && (
          <MeetingNoticeSection
            form={form}
            base={base}
            meeting={meeting}
            notice={await readNotice(ctx, meeting.id)}
            clock={covered}
            mayAnnounce={mayCallMeetings(actor, team, members)}
          />
        )}
        <MeetingAgenda
          form={form}
          slug={slug}
          meeting={meeting}
          items={agenda}
          records={records}
          nameOf={nameOf}
          mayBring={mayBring}
          business={mayBring ? await readOpenBusiness(ctx, meeting, agenda) : []}
        />
        {next && (
          <p>
            {say(w, 'next')} <a href={`${base}/meetings/${next.id}`}>{next.title}</a>
          </p>
        )}
        {team.norms && mayBring && (
          <Disclosure summary={say(w, 'norms')}>
            <Prose text={team.norms} />
          </Disclosure>
        )}
        {present.length > 0 && meeting.state !== 'skipped' && (
          <MeetingPresence
            form={form}
            slug={slug}
            meeting={meeting}
            members={present}
            attendance={attendance}
            mayNote={mayWrite}
          />
        )}
        {meeting.state !== 'skipped' && (
          <MeetingMinutes
            form={form}
            slug={slug}
            meeting={meeting}
            items={agenda}
            writer={nameOf(meeting.minutesBySeat)}
            mayWrite={mayWrite}
            personId={actor.seat?.personId ?? null}
          />
        )}
        {mayBring && !mayWrite && <p>{say(w, 'minutes.later')}</p>}
        {closed && (
          <MeetingApproval
            slug={slug}
            meeting={meeting}
            organizations={approvingOrganizations(members)}
            approvals={approvals}
            nameOf={nameOf}
            mayTakeBack={mayTakeBackMinutes(actor, meeting)}
          />
        )}
        {onTeam(actor, team.id) && meeting.state !== 'skipped' && (
          <div class="no-print">
            <Section title={say(w, 'came')}>
              <ButtonRow>
                <LinkButton kind="quiet" href={`${base}/actions/new?from=${meeting.id}`}>
                  {say(w, 'came.action')}
                </LinkButton>
                <LinkButton
                  kind="quiet"
                  href={`${base}/decisions/new?team=${team.id}&from=${meeting.id}`}
                >
                  {say(w, 'came.decision')}
                </LinkButton>
              </ButtonRow>
            </Section>
          </div>
        )}
        {maySkip(actor, meeting, members) && <SkipForm form={form} slug={slug} meeting={meeting} />}
      </>
    ),
  });
}

/** The clock of the notice; null where the team needs none or the meeting does not take place. */
async function clockOf(ctx: SeatedCtx, team: Team, meeting: Meeting) {
  const rules = await readRules(ctx);
  if (!isCovered(rules, team.creationAuthority) || meeting.state === 'skipped') return null;
  return noticeClock(ctx, rules, meeting.startsAt);
}

/** Once the minutes are offered the table shows who was on the team then, not who is now. */
function presentThen(
  members: readonly TeamMember[],
  attendance: readonly { seatId: string }[],
  seats: readonly { id: string }[],
  closed: boolean,
): TeamMember[] {
  if (attendance.length === 0) return [...members];
  const noted = new Set(attendance.map(({ seatId }) => seatId));
  const onIt = new Map(members.map((member) => [member.id, member]));
  const left = (seats as readonly TeamMember[])
    .filter((seat) => noted.has(seat.id) && !onIt.has(seat.id))
    .map((seat) => ({ ...seat, role: 'member' as const, joinedOn: '' }));
  return [...members.filter((member) => !closed || noted.has(member.id)), ...left];
}
