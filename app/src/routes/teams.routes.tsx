import { z } from 'zod';
import { ActionRows, actionWords } from '../act/action/index.ts';
import { readTeamActions } from '../act/action/server.ts';
import { mayCallMeetings, TeamMeetings } from '../act/meeting/index.ts';
import { readTeamMeetings, readTeamSeries } from '../act/meeting/server.ts';
import {
  CharterForm,
  decisionRules,
  mayFormTeam,
  mayNameFirstChairs,
  mayNameOwnSeats,
  mayReviseCharter,
  mostPlaces,
  PlacesForm,
  type Team,
  TeamCharter,
  TeamForm,
  TeamMembers,
  TeamPlacesList,
  TeamTable,
  TeamTree,
  teamRoles,
  teamSorts,
  teamWords,
} from '../act/team/index.ts';
import {
  formTeam,
  localDay,
  nameToTeam,
  proposePlaces,
  readGoalsAtWork,
  readPlaces,
  readSeatsOfTeams,
  readTeam,
  readTeamSeats,
  readTeams,
  reviseCharter,
  withdrawFromTeam,
} from '../act/team/server.ts';
import { allow, isSeated, seated } from '../partnership/access/server.ts';
import { readOutlook } from '../partnership/joint-change/server.ts';
import { authorities, CoveredBody } from '../partnership/jurisdiction/index.ts';
import { readRules } from '../partnership/jurisdiction/server.ts';
import { readOrganizations } from '../partnership/organization/server.ts';
import { RecordState } from '../partnership/record/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import {
  id,
  integer,
  many,
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
} from '../platform/form.ts';
import { FormSummary } from '../ui/form-summary.view.tsx';
import { EmptyState, LinkButton, Notice, Section } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

problemsOf('team', teamWords);

const w = teamWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;
const teamPath = (visit: Visit) => `${baseOf(visit)}/teams/${visit.param('id')}`;

const charterForm = z.object({
  title: text(160),
  purpose: text(4000),
  inScope: optionalText(4000),
  outOfScope: optionalText(4000),
  norms: optionalText(8000),
  decisionRule: oneOf(decisionRules),
  sunsetOn: optionalDay().transform((day) => day ?? null),
  creationAuthority: z.preprocess(
    (value) => (value === '' ? undefined : value),
    oneOf(authorities).optional(),
  ),
});

const teamForm = charterForm.extend({
  sort: oneOf(teamSorts),
  coChairs: many(id()),
  organizations: many(id()),
  places: many(integer(0, mostPlaces)),
  goalId: optionalId(),
  parentTeamId: optionalId(),
  visibleTo: oneOf(['partnership', 'public']),
});

const placesForm = z.object({
  organizations: many(id()),
  places: many(integer(0, mostPlaces)),
  chairs: many(integer(0, mostPlaces)),
  reason: text(2000),
});

/** Teams: the tree, forming one, its page, its seats and its charter. */
export function teamsRoutes(routes: Routes): void {
  routes.get('/p/:slug/teams', listPage);
  routes.get('/p/:slug/teams/new', newPage);
  routes.post('/p/:slug/teams', teamForm, {
    act: async (visit, { coChairs, organizations, places, ...input }) => {
      const ctx = seated(visit.ctx);
      const offered = Object.fromEntries(organizations.map((key, at) => [key, places[at] ?? 0]));
      const teamId = await formTeam(ctx, {
        ...input,
        coChairSeatIds: coChairs,
        places: organizations.length > 0 ? offered : undefined,
      });
      return go(`${baseOf(visit)}/teams/${teamId}`, { done: 'formed' });
    },
    again: newPage,
  });

  routes.get('/p/:slug/teams/:id', teamPage);
  routes.post('/p/:slug/teams/:id/name', z.object({ seatId: id(), role: oneOf(teamRoles) }), {
    act: async (visit, input) => {
      await nameToTeam(seated(visit.ctx), { teamId: visit.param('id'), ...input });
      return go(`${teamPath(visit)}#members`, { done: 'added' });
    },
    again: teamPage,
  });
  routes.post('/p/:slug/teams/:id/withdraw', z.object({ seatId: id() }), {
    act: async (visit, input) => {
      await withdrawFromTeam(seated(visit.ctx), { teamId: visit.param('id'), ...input });
      return go(`${teamPath(visit)}#members`, { done: 'withdrawn' });
    },
    again: teamPage,
  });

  routes.get('/p/:slug/teams/:id/places', placesPage);
  routes.post('/p/:slug/teams/:id/places', placesForm, {
    act: async (visit, { organizations, places, chairs, reason }) => {
      const wanted = organizations.map((organizationId, at) => ({
        organizationId,
        places: places[at] ?? 0,
        chairs: chairs[at] ?? 0,
      }));
      const ctx = seated(visit.ctx);
      const changeId = await proposePlaces(ctx, { teamId: visit.param('id'), wanted, reason });
      return go(`${baseOf(visit)}/joint-changes/${changeId}`, { done: 'proposed' });
    },
    again: placesPage,
  });

  routes.get('/p/:slug/teams/:id/charter', charterPage);
  routes.post('/p/:slug/teams/:id/charter', charterForm, {
    act: async (visit, input) => {
      await reviseCharter(seated(visit.ctx), visit.param('id'), input);
      return go(teamPath(visit), { done: 'revised' });
    },
    again: charterPage,
  });
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const base = baseOf(visit);
  const teams = await readTeams(ctx);
  const form = mayFormTeam(ctx.actor) && (
    <LinkButton href={`${base}/teams/new`}>{say(w, 'new')}</LinkButton>
  );
  return page({
    title: say(w, 'title'),
    lead: say(w, 'lead'),
    nav: 'teams',
    action: teams.length > 0 && form,
    body:
      teams.length > 0 ? (
        <TeamTree base={base} teams={teams} seats={await readSeatsOfTeams(ctx)} />
      ) : (
        <EmptyState title={say(w, 'empty.title')} action={form} who={say(w, 'empty.who')}>
          <p>{say(w, 'empty.why')}</p>
        </EmptyState>
      ),
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const asked = (name: string) => uuidOrNull(visit.query(name)) ?? '';
  const parentTeamId = asked('parent');
  const seatsOfTeams = await readSeatsOfTeams(ctx);
  const chosenParent = visit.form.value('parentTeamId', parentTeamId);
  allow(mayFormTeam(ctx.actor, seatsOfTeams.get(chosenParent)));
  const parents = (await readTeams(ctx)).filter(({ state }) => state !== 'ended');
  return page({
    title: say(w, 'form.title'),
    lead: say(w, 'form.lead'),
    nav: 'teams',
    body: (
      <TeamForm
        form={visit.form}
        base={baseOf(visit)}
        parents={parents}
        goals={await readGoalsAtWork(ctx)}
        seats={await readSeats(ctx)}
        organizations={await readOrganizations(ctx)}
        chosen={{ parentTeamId, goalId: asked('goal'), coChairs: [ctx.actor.seat.seatId] }}
      />
    ),
  });
}

async function teamPage(visit: Visit) {
  const { ctx, say, form } = visit;
  const { actor } = ctx;
  const base = baseOf(visit);
  const team = await readTeam(ctx, visit.param('id'));
  const teams = await readTeams(ctx);
  const members = await readTeamSeats(ctx, team.id);
  const children = teams.filter(({ parentTeamId }) => parentTeamId === team.id);
  const onIt = new Set(members.map((member) => member.id));
  const mayName = mayNameOwnSeats(actor, team, members);
  const mayNameFirst = mayNameFirstChairs(actor, team);
  const free =
    mayName || mayNameFirst ? (await readSeats(ctx)).filter((seat) => !onIt.has(seat.id)) : [];
  const mayCall = mayCallMeetings(actor, team, members);
  return page({
    title: team.title,
    overline: say(w, `sort.${team.sort}`),
    record: true,
    nav: 'teams',
    lead: <RecordState head={team} />,
    notice: doneNotice(visit, w),
    ...(await recordSurround(visit, team)),
    body: (
      <>
        <FormSummary form={form} />
        {team.state === 'forming' && (
          <Notice title={say(w, 'forming.title')}>{say(w, 'forming.text')}</Notice>
        )}
        {members.length > 0 ? (
          <TeamTable members={members} size="large" />
        ) : (
          <p>{say(w, 'members.hidden')}</p>
        )}
        <TeamCharter
          base={base}
          team={team}
          parent={teams.find((one) => one.id === team.parentTeamId) ?? null}
          mayRevise={mayReviseCharter(actor, team, members)}
        />
        {isSeated(actor) && (
          <>
            <CoveredBody
              href={`${base}/rules`}
              rules={await readRules(ctx)}
              authority={team.creationAuthority}
            />
            <TeamMeetings
              base={base}
              teamId={team.id}
              meetings={await readTeamMeetings(ctx, team.id)}
              series={await readTeamSeries(ctx, team.id)}
              mayCall={mayCall}
            />
            {await openActions(visit, team.id)}
            <TeamMembers
              form={form}
              base={base}
              team={team}
              members={members}
              naming={
                mayName
                  ? {
                      organizationId: actor.seat.organizationId,
                      organizationName: actor.seat.organizationName,
                      seats: free.filter(
                        (seat) => seat.organizationId === actor.seat.organizationId,
                      ),
                    }
                  : null
              }
              ownSeat={team.state === 'ended' ? null : actor.seat.seatId}
              firstChairs={
                mayNameFirst
                  ? free.filter((seat) => seat.organizationId !== actor.seat.organizationId)
                  : []
              }
            />
            <TeamPlacesList
              places={await readPlaces(ctx, team.id)}
              members={members}
              propose={(await mayProposePlaces(visit, team)) ? `${teamPath(visit)}/places` : null}
            />
          </>
        )}
        {(children.length > 0 || mayFormTeam(actor, members)) && (
          <Section
            title={say(w, 'children')}
            aside={
              mayFormTeam(actor, members) && (
                <a href={`${base}/teams/new?parent=${team.id}`}>{say(w, 'new.under')}</a>
              )
            }
          >
            {children.length > 0 && (
              <TeamTree base={base} teams={children} seats={await readSeatsOfTeams(ctx)} />
            )}
          </Section>
        )}
      </>
    ),
  });
}

async function mayProposePlaces(visit: Visit, team: Pick<Team, 'id' | 'state'>) {
  if (team.state !== 'working') return false;
  return (await placesOutlook(visit, team.id)).mayPropose;
}

async function placesOutlook(visit: Visit, teamId: string) {
  const after = { places: [] };
  return readOutlook(seated(visit.ctx), { kind: 'composition', recordId: teamId, after });
}

async function placesPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const team = await readTeam(ctx, visit.param('id'));
  allow(team.state === 'working');
  const { mayPropose, needs } = await placesOutlook(visit, team.id);
  allow(mayPropose);
  return page({
    title: say(w, 'places.title'),
    overline: <a href={teamPath(visit)}>{team.title}</a>,
    lead: say(w, 'places.lead'),
    nav: 'teams',
    body: (
      <PlacesForm
        form={visit.form}
        action={`${teamPath(visit)}/places`}
        organizations={await readOrganizations(ctx)}
        places={await readPlaces(ctx, team.id)}
        needs={needs}
      />
    ),
  });
}

async function openActions(visit: Visit, teamId: string) {
  const ctx = seated(visit.ctx);
  const base = baseOf(visit);
  const actions = await readTeamActions(ctx, teamId);
  const owners = new Map((await readSeats(ctx)).map((seat) => [seat.id, seat]));
  const { say } = visit;
  return (
    <Section
      title={say(actionWords, 'title')}
      aside={<a href={`${base}/actions/new?from=${teamId}`}>{say(actionWords, 'new')}</a>}
    >
      {actions.length > 0 ? (
        <ActionRows
          base={base}
          label={say(actionWords, 'title')}
          actions={actions}
          owners={owners}
          today={localDay(ctx)}
        />
      ) : (
        <p>{say(actionWords, 'team.none')}</p>
      )}
    </Section>
  );
}

async function charterPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const team = await readTeam(ctx, visit.param('id'));
  allow(mayReviseCharter(ctx.actor, team, await readTeamSeats(ctx, team.id)));
  return page({
    title: visit.say(w, 'edit.title'),
    overline: <a href={`/p/${visit.param('slug')}/teams/${team.id}`}>{team.title}</a>,
    lead: visit.say(w, 'edit.lead'),
    nav: 'teams',
    body: <CharterForm form={visit.form} base={baseOf(visit)} team={team} />,
  });
}
