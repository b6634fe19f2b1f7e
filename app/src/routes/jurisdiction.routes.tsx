import { z } from 'zod';
import { readTeam, readTeams } from '../act/team/server.ts';
import { allow, seated } from '../partnership/access/server.ts';
import {
  authorities,
  isCovered,
  profileNames,
  profiles,
  RulesForm,
  RulesPage,
  type RuleValues,
  rulesWords,
  serialCounts,
  valuesOf,
} from '../partnership/jurisdiction/index.ts';
import {
  proposeAuthority,
  proposeRules,
  readReviews,
  readRules,
  reviewRules,
} from '../partnership/jurisdiction/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { checked, id, integer, many, oneOf, optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { FormSummary } from '../ui/form-summary.view.tsx';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { uuidOrNull } from './uuid.ts';
import type { Visit } from './visit.ts';

const w = rulesWords;
problemsOf('rules', w);

const changeForm = z.looseObject({
  profile: oneOf(profileNames),
  covered: many(oneOf(authorities)),
  noticeRegular: integer(0, 720),
  noticeSpecial: integer(0, 720),
  noticeEmergency: integer(0, 720),
  noticeSkips: oneOf(['nothing', 'weekends-and-holidays']),
  serial: oneOf(serialCounts),
  oneWay: checked(),
  note: optionalText(1000),
  reason: text(2000),
});
const teamForm = z.object({ teamId: id(), authority: oneOf(authorities), teamReason: text(2000) });

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
  routes.get('/p/:slug/rules/change', changePage);
  routes.post('/p/:slug/rules/change', changeForm, {
    act: async (visit, input) => {
      const { profile, note, reason } = input;
      const changeId = await proposeRules(seated(visit.ctx), {
        profile,
        values: valuesTyped(input),
        boardSizes: boardSizesTyped(input),
        note,
        reason,
      });
      return go(`/p/${visit.param('slug')}/joint-changes/${changeId}`, { done: 'proposed' });
    },
    again: changePage,
  });
  routes.post('/p/:slug/rules/team', teamForm, {
    act: async (visit, { teamId, authority, teamReason: reason }) => {
      const ctx = seated(visit.ctx);
      const team = await readTeam(ctx, teamId);
      const changeId = await proposeAuthority(ctx, team, { authority, reason });
      return go(`/p/${visit.param('slug')}/joint-changes/${changeId}`, { done: 'proposed' });
    },
    again: changePage,
  });
}

function valuesTyped(input: z.output<typeof changeForm>): RuleValues {
  return {
    covered: ['board-itself', ...input.covered],
    notice: {
      regular: input.noticeRegular,
      special: input.noticeSpecial,
      emergency: input.noticeEmergency,
      skips: input.noticeSkips,
    },
    serial: input.serial,
    oneWay: input.oneWay,
  };
}

/** What was typed for each board: `size-<id of its organization>`; nothing where nobody knows. */
function boardSizesTyped(input: z.output<typeof changeForm>): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const [name, value] of Object.entries(input)) {
    const board = name.startsWith('size-') ? uuidOrNull(name.slice('size-'.length)) : null;
    if (!board || value === '') continue;
    const size = integer(3, 99).safeParse(value);
    if (!size.success) throw new InputProblem({ [name]: 'rules.size' });
    sizes[board] = size.data;
  }
  return sizes;
}

async function changePage(visit: Visit) {
  const ctx = seated(visit.ctx);
  allow(ctx.actor.seat.lead);
  const rules = await readRules(ctx);
  const asked = visit.form.value('profile', visit.query('profile'));
  const profile = profileNames.find((name) => name === asked) ?? rules.profile;
  const teams = (await readTeams(ctx)).filter(
    ({ creationAuthority, state }) =>
      creationAuthority !== 'board-itself' &&
      state !== 'ended' &&
      isCovered(rules, creationAuthority),
  );
  return page({
    title: visit.say(w, 'change.title'),
    overline: <a href={`/p/${visit.param('slug')}/rules`}>{visit.say(w, 'title')}</a>,
    lead: visit.say(w, 'change.lead'),
    body: (
      <RulesForm
        form={visit.form}
        base={`/p/${visit.param('slug')}/rules`}
        profile={profile}
        values={profile === rules.profile ? rules : valuesOf(profiles[profile])}
        rules={rules}
        boards={boardsOf(await readSeats(ctx))}
        teams={teams}
      />
    ),
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
