import { addAction, closeAction } from '../../src/act/action/server.ts';
import {
  closeDecision,
  draftDecision,
  giveStance,
  openDecision,
  recordDissent,
  resolveConcern,
  revealStances,
} from '../../src/act/decision/server.ts';
import {
  approveMinutes,
  bringItems,
  noteAttendance,
  offerMinutes,
  planMeeting,
  readTeamMeetings,
  skipMeeting,
  startSeries,
} from '../../src/act/meeting/server.ts';
import {
  formTeam,
  nameToTeam,
  readTeam,
  reviseCharter,
  withdrawFromTeam,
} from '../../src/act/team/server.ts';
import { readOrganizations } from '../../src/partnership/organization/server.ts';
import type { Stage } from './stage.ts';

export interface TeamPeople {
  chairs: readonly [string, string];
  /** By the lead who names them. */
  members: readonly (readonly [lead: string, member: string])[];
  /** Was on the team and is no longer. */
  gone?: readonly [lead: string, member: string];
}

/** A team whose charter was revised, with its people. */
export async function formMarkedTeam(
  stage: Stage,
  visibleTo: 'public' | 'partnership',
  { chairs, members, gone }: TeamPeople,
): Promise<string> {
  const [first] = chairs;
  const partnershipId = await stage.as(first, async (ctx) => ctx.actor.partnership.id);
  const word = (what: string) => `${what} ${stage.mark(what, visibleTo, partnershipId).word}`;
  const charter = () => ({
    title: word('team'),
    purpose: word('purpose'),
    inScope: word('in scope'),
    outOfScope: word('out of scope'),
    norms: word('norms'),
    decisionRule: 'consent' as const,
    sunsetOn: null,
  });
  const teamId = await stage.as(first, async (ctx) =>
    formTeam(ctx, {
      ...charter(),
      places: Object.fromEntries((await readOrganizations(ctx)).map(({ id }) => [id, 3])),
      sort: 'working-committee',
      visibleTo,
      coChairSeatIds: chairs.map((key) => stage.seat(key).seatId),
    }),
  );
  const join = ([lead, key]: readonly [string, string]) =>
    stage.as(lead, (ctx) =>
      nameToTeam(ctx, { teamId, seatId: stage.seat(key).seatId, role: 'member' }),
    );
  for (const member of members) await join(member);
  if (gone) {
    await join(gone);
    await stage.as(gone[0], (ctx) =>
      withdrawFromTeam(ctx, { teamId, seatId: stage.seat(gone[1]).seatId }),
    );
  }
  await stage.as(first, async (ctx) => {
    await reviseCharter(ctx, (await readTeam(ctx, teamId)).id, charter());
  });
  return teamId;
}

/** A team that still looks for its other co-chair. */
export async function beginTeam(
  stage: Stage,
  who: string,
  visibleTo: 'public' | 'partnership',
): Promise<string> {
  return stage.as(who, (ctx) => {
    const word = (what: string) =>
      `${what} ${stage.mark(what, visibleTo, ctx.actor.partnership.id).word}`;
    return formTeam(ctx, {
      title: word('forming team'),
      purpose: word('purpose'),
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'consent',
      sunsetOn: null,
      sort: 'working-committee',
      visibleTo,
      coChairSeatIds: [ctx.actor.seat.seatId],
    });
  });
}

/** Meetings with agenda, minutes and approvals; one did not take place; an action came of one. */
export async function meet(
  stage: Stage,
  teamId: string,
  { chairs }: TeamPeople,
  audience: 'team' | 'partnership',
): Promise<void> {
  const [first, second] = chairs;
  const partnershipId = await stage.as(first, async (ctx) => ctx.actor.partnership.id);
  const visibleTo = audience === 'team' ? `team:${teamId}` : audience;
  const word = (what: string) => `${what} ${stage.mark(what, visibleTo, partnershipId).word}`;
  const plan = (day: string) => ({
    teamId,
    title: word('meeting'),
    day,
    time: audience === 'team' ? '10:00' : '15:00',
    durationMinutes: 60,
    place: word('place'),
    quorumEachSide: 1,
    audience,
  });
  await stage.as(first, (ctx) => startSeries(ctx, { ...plan('2026-10-02'), everyWeeks: 4 }));
  const meetingId = await stage.as(first, (ctx) => planMeeting(ctx, plan('2026-10-01')));
  const skipped = await stage.as(second, (ctx) => planMeeting(ctx, plan('2026-09-29')));
  await stage.as(first, (ctx) => bringItems(ctx, { meetingId, title: word('agenda item') }));
  await stage.as(first, (ctx) =>
    noteAttendance(ctx, {
      meetingId,
      presences: { [stage.seat(first).seatId]: 'present', [stage.seat(second).seatId]: 'absent' },
    }),
  );
  await stage.as(first, (ctx) =>
    offerMinutes(ctx, { meetingId, minutes: word('minutes'), items: {} }),
  );
  await stage.as(first, (ctx) => approveMinutes(ctx, { meetingId, version: 1 }));
  await stage.as(second, (ctx) =>
    skipMeeting(ctx, { meetingId: skipped, reason: word('reason to skip') }),
  );
  const actionId = await stage.as(first, (ctx) =>
    addAction(ctx, {
      title: word('action'),
      ownerSeat: ctx.actor.seat.seatId,
      dueOn: '2026-11-01',
      details: word('details'),
      fromId: meetingId,
      teamId,
    }),
  );
  await stage.as(first, (ctx) =>
    closeAction(ctx, { actionId, as: 'done', note: word('closing note') }),
  );
  await stage.as(first, async (ctx) => {
    const ahead = await readTeamMeetings(ctx, teamId);
    if (ahead.length < 3) throw new Error('The series planned nothing.');
  });
}

/** A decision at each step: a draft, one with private stances, one revealed and closed with dissent. */
export async function decide(
  stage: Stage,
  teamId: string,
  { chairs, members }: TeamPeople,
  reach: 'public' | 'partnership' | 'team',
): Promise<void> {
  const [first, second] = chairs;
  const speakers = [...chairs, ...members.map(([, member]) => member)];
  const partnershipId = await stage.as(first, async (ctx) => ctx.actor.partnership.id);
  const visibleTo = reach === 'team' ? `team:${teamId}` : reach;
  const word = (what: string, to = visibleTo) =>
    `${what} ${stage.mark(`${what} (${reach})`, to, partnershipId).word}`;
  const draft = () =>
    stage.as(first, (ctx) =>
      draftDecision(ctx, {
        teamId,
        visibleTo: reach,
        title: word('decision'),
        background: word('background'),
        proposal: word('proposal'),
        domain: 'schedule',
        authority: 'shared',
        level: 'joint-consent',
        scale: 'consent',
        line: null,
        fallback: word('fallback'),
        closesAt: new Date('2026-10-20T12:00:00Z'),
        reviewOn: '2027-03-01',
      }),
    );
  const speak = (id: string, key: string, to: string) =>
    stage.as(key, (ctx) =>
      giveStance(ctx, id, {
        value: 'object',
        reason: word(`concern of ${key}`, to),
        wouldResolve: word(`what would resolve it for ${key}`, to),
      }),
    );
  const drafted = await draft();
  // Electors are named as it opens; its table allows it before.
  await stage.as(first, (ctx) =>
    ctx.db
      .insertInto('decisionElector')
      .values({
        partnershipId,
        decisionId: drafted,
        seatId: ctx.actor.seat.seatId,
        visibleTo,
        constituency: ctx.actor.seat.constituency,
      })
      .execute(),
  );
  const open = await draft();
  await stage.as(first, (ctx) => openDecision(ctx, open));
  for (const key of speakers.slice(0, 3))
    await speak(open, key, `person:${stage.seat(key).personId}`);
  const closed = await draft();
  await stage.as(first, (ctx) => openDecision(ctx, closed));
  for (const key of speakers) await speak(closed, key, visibleTo);
  await stage.as(first, (ctx) => revealStances(ctx, closed));
  await stage.as(second, (ctx) => resolveConcern(ctx, closed, { resolution: word('resolution') }));
  await stage.as(first, (ctx) => closeDecision(ctx, closed, { outcomeNote: word('outcome') }));
  await stage.as(second, (ctx) => recordDissent(ctx, closed, { dissent: word('dissent') }));
}
