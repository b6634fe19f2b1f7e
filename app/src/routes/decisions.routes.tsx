import { z } from 'zod';
import { actionWords } from '../act/action/index.ts';
import {
  authorities,
  type ConstituencyRule,
  canReveal,
  concernOf,
  countJoint,
  DecisionForm,
  DecisionList,
  DecisionPage,
  decisionDomains,
  decisionWords,
  gates,
  hasSpoken,
  levels,
  mayConduct,
  mayDraft,
  maySpeak,
  scales,
  usualRule,
} from '../act/decision/index.ts';
import {
  closeDecision,
  draftDecision,
  giveStance,
  momentOf,
  openDecision,
  openNextRound,
  readDecision,
  readDecisions,
  readOpenDecisions,
  readTeamBehind,
  readWhole,
  recordDissent,
  resolveConcern,
  revealStances,
  reviewDecision,
  reviseDraft,
} from '../act/decision/server.ts';
import { readVotePlace } from '../act/meeting/server.ts';
import { onTeam } from '../act/team/index.ts';
import { dayIn, readTeam, readTeamSeats, readTeams } from '../act/team/server.ts';
import { constituencies } from '../partnership/access/index.ts';
import { allow, isSeated, type SeatedCtx, seated } from '../partnership/access/server.ts';
import { isCovered } from '../partnership/jurisdiction/index.ts';
import { readRules } from '../partnership/jurisdiction/server.ts';
import { RecordState, recordPath, recordWords } from '../partnership/record/index.ts';
import { readHeads } from '../partnership/record/server.ts';
import { seatsById } from '../partnership/seat/server.ts';
import { day, id, integer, many, oneOf, optionalId, optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { DateText, EmptyState, LinkButton, RecordList, RecordRow, Tabs } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

const w = decisionWords;
problemsOf('decision', w);

const baseOf = (visit: Visit) => `/p/${visit.param('slug')}/decisions`;
const pathOf = (visit: Visit) => `${baseOf(visit)}/${visit.param('id')}`;

const localMoment = () =>
  z
    .string({ error: 'required' })
    .min(1, 'required')
    .refine((value) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value), 'decision.not-a-moment')
    .refine((value) => !Number.isNaN(Date.parse(`${value}:00Z`)), 'decision.not-a-moment');

const declarationForm = z.looseObject({
  title: text(200),
  background: optionalText(8000),
  proposal: text(8000),
  domain: oneOf(decisionDomains),
  authority: oneOf(authorities),
  level: oneOf(levels),
  scale: oneOf(scales),
  lineFist: optionalText(1),
  lineGradients: many(z.string().max(40)),
  fallback: text(2000),
  closesAt: localMoment(),
  reviewOn: day(),
});
const newForm = declarationForm.extend({
  team: id(),
  from: optionalId(),
  visibleTo: oneOf(['partnership', 'team', 'public']),
});

/** Decisions: declared before discussion, spoken in private, shown together, kept for good. */
export function decisionRoutes(routes: Routes): void {
  routes.get('/p/:slug/decisions', listPage);
  routes.get('/p/:slug/decisions/new', newPage);
  routes.post('/p/:slug/decisions', newForm, {
    act: async (visit, input) => {
      const ctx = seated(visit.ctx);
      const decisionId = await draftDecision(ctx, {
        ...(await declarationOf(ctx, input)),
        teamId: input.team,
        fromId: input.from,
        visibleTo: input.visibleTo,
      });
      return go(`${baseOf(visit)}/${decisionId}`, { done: 'drafted' });
    },
    again: newPage,
  });
  routes.get('/p/:slug/decisions/:id', decisionPage);
  routes.get('/p/:slug/decisions/:id/edit', editPage);
  routes.post('/p/:slug/decisions/:id/edit', declarationForm, {
    act: async (visit, input) => {
      const ctx = seated(visit.ctx);
      await reviseDraft(ctx, visit.param('id'), await declarationOf(ctx, input));
      return go(pathOf(visit), { done: 'revised' });
    },
    again: editPage,
  });
  step(routes, 'open', z.object({}), async (ctx, decisionId) => {
    await openDecision(ctx, decisionId);
    return 'opened';
  });
  const stance = z.object({
    value: z.string({ error: 'choose-one' }),
    reason: optionalText(4000),
    wouldResolve: optionalText(4000),
  });
  step(routes, 'stance', stance, async (ctx, decisionId, input) => {
    await giveStance(ctx, decisionId, input);
    return 'spoken';
  });
  step(routes, 'reveal', z.object({}), async (ctx, decisionId) => {
    await revealStances(ctx, decisionId);
    return 'revealed';
  });
  step(routes, 'resolve', z.object({ resolution: text(4000) }), async (ctx, decisionId, input) => {
    await resolveConcern(ctx, decisionId, input);
    return 'resolved';
  });
  const round = z.object({ proposal: text(8000), closesAt: localMoment() });
  step(routes, 'round', round, async (ctx, decisionId, { proposal, closesAt }) => {
    await openNextRound(ctx, decisionId, { proposal, closesAt: await momentOf(ctx, closesAt) });
    return 'next-round';
  });
  step(routes, 'close', z.object({ outcomeNote: optionalText(4000) }), async (ctx, one, input) =>
    (await closeDecision(ctx, one, input)).passed ? 'passed' : 'not-passed',
  );
  step(routes, 'dissent', z.object({ dissent: text(4000) }), async (ctx, decisionId, input) => {
    await recordDissent(ctx, decisionId, input);
    return 'dissented';
  });
  step(routes, 'review', z.object({ reviewNote: text(4000) }), async (ctx, decisionId, input) => {
    await reviewDecision(ctx, decisionId, input);
    return 'reviewed';
  });
}

/** One step on a decision's page; `work` answers with the sentence that says it is done. */
function step<Schema extends z.ZodType>(
  routes: Routes,
  verb: string,
  schema: Schema,
  work: (ctx: SeatedCtx, decisionId: string, input: z.output<Schema>) => Promise<string>,
): void {
  routes.post(`/p/:slug/decisions/:id/${verb}`, schema, {
    act: async (visit, input) =>
      go(pathOf(visit), { done: await work(seated(visit.ctx), visit.param('id'), input) }),
    again: decisionPage,
  });
}

async function declarationOf(ctx: SeatedCtx, input: z.output<typeof declarationForm>) {
  const { title, background, proposal, domain, authority, level, scale, fallback, reviewOn } =
    input;
  const lines = { 'fist-to-five': input.lineFist, gradients: input.lineGradients.join(' ') };
  return {
    title,
    background,
    proposal,
    domain,
    authority,
    level,
    scale,
    line: scale === 'fist-to-five' || scale === 'gradients' ? lines[scale] : null,
    fallback,
    reviewOn,
    closesAt: await momentOf(ctx, input.closesAt),
    rules: rulesOf(input),
  };
}

/** What was typed for each constituency: `quorum-families`, `gate-families`. */
function rulesOf(input: z.output<typeof declarationForm>): ConstituencyRule[] {
  return constituencies.flatMap((constituency) => {
    const quorum = input[`quorum-${constituency}`];
    if (quorum === undefined) return [];
    const whole = integer(0, 99).safeParse(quorum === '' ? 'nothing' : quorum);
    if (!whole.success) {
      const message = whole.error.issues[0]?.message ?? 'not-a-number';
      throw new InputProblem({ [`quorum-${constituency}`]: message });
    }
    const chosen = input[`gate-${constituency}`];
    const usual = usualRule(input.scale, constituency, 0).gate;
    const gate = oneOf(gates).safeParse(chosen === '' ? usual : chosen);
    if (!gate.success) throw new InputProblem({ [`gate-${constituency}`]: 'choose-one' });
    return [{ constituency, quorum: whole.data, gate: gate.data }];
  });
}

const filters = ['all', 'open', 'decided', 'draft'] as const;

async function listPage(visit: Visit) {
  const { ctx, say } = visit;
  const base = baseOf(visit);
  const all = await readDecisions(ctx);
  const open = await readOpenDecisions(ctx);
  const teams = await readTeams(ctx);
  const seats = await seatsById(ctx);
  const wanted = filters.find((one) => one === visit.query('show')) ?? 'all';
  const shows = (filter: (typeof filters)[number]) => wanted === 'all' || wanted === filter;
  const drafts = all.filter(({ state }) => state === 'draft');
  const decided = all.filter(({ closedAt }) => closedAt !== null);
  const counts = {
    all: all.length,
    open: open.length,
    decided: decided.length,
    draft: drafts.length,
  };
  const mayBring = teams.some(({ id: teamId }) => onTeam(ctx.actor, teamId));
  const joint = countJoint(all);
  const bring = <LinkButton href={`${base}/new`}>{say(w, 'new')}</LinkButton>;
  return page({
    title: say(w, 'title'),
    lead: say(w, 'lead'),
    nav: 'decisions',
    action: mayBring && all.length > 0 && bring,
    notice: doneNotice(visit, w),
    body:
      all.length === 0 ? (
        <EmptyState
          title={say(w, 'empty.title')}
          who={say(w, 'empty.who')}
          action={
            mayBring ? (
              bring
            ) : (
              <LinkButton kind="quiet" href={`/p/${visit.param('slug')}/teams`}>
                {say(w, 'choose-team.go')}
              </LinkButton>
            )
          }
        >
          <p>{say(w, 'empty')}</p>
        </EmptyState>
      ) : (
        <>
          <Tabs
            label={say(w, 'tabs')}
            tabs={filters.map((filter) => ({
              href: filter === 'all' ? base : `${base}?show=${filter}`,
              label: say(w, `tab.${filter}`),
              count: counts[filter],
              current: filter === wanted,
            }))}
          />
          {counts[wanted] === 0 && <p>{say(w, 'empty.filter')}</p>}
          <DecisionList
            base={base}
            open={shows('open') ? open : []}
            drafts={shows('draft') ? drafts : []}
            decided={shows('decided') ? decided : []}
            seats={seats}
            teams={new Map(teams.map((team) => [team.id, team.title]))}
          />
          {joint && (
            <p>
              <strong>{say(w, 'share', joint)}</strong> {say(w, 'share.note')}
            </p>
          )}
        </>
      ),
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const fromId = uuidOrNull(visit.form.value('from', visit.query('from')));
  const asked = uuidOrNull(visit.form.value('team', visit.query('team')));
  const behind = asked ?? (fromId ? await readTeamBehind(ctx, fromId) : null);
  const teams = (await readTeams(ctx)).filter(
    (team) => team.state !== 'ended' && onTeam(ctx.actor, team.id),
  );
  const team = teams.find((one) => one.id === behind) ?? (teams.length === 1 ? teams[0] : null);
  if (!team) return chooseTeam(visit, teams, fromId);
  const { timeZone } = ctx.actor.partnership;
  const now = ctx.clock.now();
  return page({
    title: visit.say(w, 'new'),
    overline: <a href={`/p/${visit.param('slug')}/teams/${team.id}`}>{team.title}</a>,
    lead: visit.say(w, 'new.lead'),
    nav: 'decisions',
    body: (
      <DecisionForm
        form={visit.form}
        action={baseOf(visit)}
        hidden={{ team: team.id, ...(fromId ? { from: fromId } : {}) }}
        team={{ title: team.title, seats: await readTeamSeats(ctx, team.id) }}
        values={{
          scale: team.decisionRule,
          authority: 'shared',
          level: 'joint-consent',
          closesAt: `${dayIn(timeZone, daysAfter(now, 7))}T16:00`,
          reviewOn: dayIn(timeZone, daysAfter(now, 120)),
        }}
        asksWhoSees
        draft={`${ctx.actor.seat.personId} decision ${team.id}`}
      />
    ),
  });
}

function chooseTeam(
  visit: Visit,
  teams: readonly { id: string; title: string; purpose: string }[],
  fromId: string | null,
) {
  const { say } = visit;
  const from = fromId ? `&from=${fromId}` : '';
  return page({
    title: say(w, 'choose-team'),
    lead: say(w, 'choose-team.lead'),
    nav: 'decisions',
    body:
      teams.length === 0 ? (
        <EmptyState
          title={say(w, 'choose-team.none')}
          action={
            <LinkButton href={`/p/${visit.param('slug')}/teams`}>
              {say(w, 'choose-team.go')}
            </LinkButton>
          }
        >
          <p>{say(w, 'choose-team.none.text')}</p>
        </EmptyState>
      ) : (
        <RecordList>
          {teams.map((team) => (
            <RecordRow
              key={team.id}
              title={team.title}
              href={`${baseOf(visit)}/new?team=${team.id}${from}`}
            >
              {team.purpose}
            </RecordRow>
          ))}
        </RecordList>
      ),
  });
}

async function editPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const decision = await readDecision(ctx, visit.param('id'));
  const team = await readTeam(ctx, decision.teamId);
  const members = await readTeamSeats(ctx, team.id);
  allow(mayDraft(ctx.actor, members) && decision.state === 'draft');
  const { rules } = await readWhole(ctx, decision);
  return page({
    title: visit.say(w, 'edit.title'),
    overline: <a href={`/p/${visit.param('slug')}/teams/${team.id}`}>{team.title}</a>,
    lead: visit.say(w, 'new.lead'),
    nav: 'decisions',
    body: (
      <DecisionForm
        form={visit.form}
        action={`${pathOf(visit)}/edit`}
        team={{ title: team.title, seats: members }}
        values={{ ...decision, rules, closesAt: localTime(ctx, decision.closesAt) }}
        asksWhoSees={false}
        draft={`${ctx.actor.seat.personId} decision ${decision.id}`}
      />
    ),
  });
}

async function decisionPage(visit: Visit) {
  const { ctx, say } = visit;
  const { actor } = ctx;
  const decision = await readDecision(ctx, visit.param('id'));
  const whole = await readWhole(ctx, decision);
  const [team] = await readHeads(ctx, [decision.teamId]);
  const members = await readTeamSeats(ctx, decision.teamId);
  const seats = await seatsById(
    ctx,
    whole.electors.map(({ seatId }) => seatId),
  );
  const now = ctx.clock.now();
  const seatId = actor.seat?.seatId;
  const elector = whole.electors.find((one) => one.seatId === seatId);
  const conducts = mayConduct(actor, members);
  const concern = seatId ? concernOf(whole, seatId) : undefined;
  const { state } = decision;
  const base = pathOf(visit);
  return page({
    title: decision.title,
    overline: say(recordWords, 'kind.decision'),
    record: true,
    nav: 'decisions',
    lead: (
      <>
        <RecordState head={decision} />
        {state === 'open' && (
          <>
            {' · '}
            {say(w, 'closes')} <DateText date={decision.closesAt} as="moment" />
          </>
        )}
        {decision.closedAt && (
          <>
            {' · '}
            <DateText date={decision.closedAt} />
          </>
        )}
      </>
    ),
    action:
      state === 'draft' && mayDraft(actor, members) ? (
        <LinkButton kind="quiet" href={`${base}/edit`}>
          {say(w, 'edit')}
        </LinkButton>
      ) : (
        decision.closedAt &&
        onTeam(actor, decision.teamId) && (
          <LinkButton
            kind="quiet"
            href={`/p/${visit.param('slug')}/actions/new?from=${decision.id}`}
          >
            {say(actionWords, 'new')}
          </LinkButton>
        )
      ),
    notice: doneNotice(visit, w),
    ...(await recordSurround(visit, decision)),
    body: (
      <>
        <DecisionPage
          form={visit.form}
          base={base}
          whole={whole}
          seats={seats}
          team={team && { title: team.title, href: recordPath(visit.param('slug'), team) }}
          teamSeats={members}
          may={{
            open: conducts,
            speak: state === 'open' && now < decision.closesAt && maySpeak(actor, whole.electors),
            reveal: maySpeak(actor, whole.electors) && canReveal(whole, now),
            resolve: state === 'revealed' && concern !== undefined && concern.resolvedAt === null,
            conduct: conducts,
            dissent:
              maySpeak(actor, whole.electors) &&
              !whole.dissents.some((one) => one.seatId === seatId),
            review: !decision.reviewedAt && onTeam(actor, decision.teamId),
          }}
          mine={whole.stances.find(
            (one) => one.round === decision.round && one.seatId === seatId && !one.revealedAt,
          )}
          spoken={elector !== undefined && hasSpoken(elector, decision.round)}
          closesAt={
            isSeated(actor) ? `${dayIn(actor.partnership.timeZone, daysAfter(now, 7))}T16:00` : ''
          }
          draft={`${actor.seat?.personId ?? ''} decision ${decision.id}`}
          place={isSeated(actor) ? await votePlaceOf(seated(ctx), decision) : null}
          home={`/p/${visit.param('slug')}`}
        />
      </>
    ),
  });
}

/** Where this team votes, if it meets in the open. */
async function votePlaceOf(ctx: SeatedCtx, decision: { id: string; teamId: string }) {
  const [team] = (await readTeams(ctx)).filter(({ id: teamId }) => teamId === decision.teamId);
  if (!team || !isCovered(await readRules(ctx), team.creationAuthority)) return null;
  return readVotePlace(ctx, decision);
}

function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * 86_400_000);
}

/** A moment on the clocks of the partnership, as a date-and-time field holds it. */
function localTime(ctx: SeatedCtx, moment: Date): string {
  const { timeZone } = ctx.actor.partnership;
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return clock.format(moment).replace(' ', 'T');
}
