import {
  closeDecision,
  draftDecision,
  giveStance,
  openDecision,
  revealStances,
} from '../../src/act/decision/server.ts';
import { announceMeeting, bringItems, planMeeting } from '../../src/act/meeting/server.ts';
import { formTeam } from '../../src/act/team/server.ts';
import { correctPost, takeBackPost, writePost } from '../../src/partnership/discussion/server.ts';
import { readRules, reviewRules } from '../../src/partnership/jurisdiction/server.ts';
import type { Stage } from './stage.ts';

export async function readTheRules(stage: Stage, lead: string): Promise<void> {
  await stage.as(lead, async (ctx) => reviewRules(ctx, await readRules(ctx)));
}

/** A board that is larger than its seats here, so that its people may say what the matrix needs. */
export async function sayBoardSize({ here, seat }: Stage, members: number): Promise<void> {
  await here.database.owner.query(
    'update jurisdiction set board_sizes = jsonb_build_object($2::text, $3::integer) where partnership_id = $1',
    [here.partnershipId, seat('board').organizationId, members],
  );
}

/** A team that meets in the open: its notice, its agenda and its votes are for everybody. */
export async function meetInTheOpen(
  stage: Stage,
  chairs: readonly [string, string],
): Promise<string> {
  const [first] = chairs;
  const word = (what: string) => `${what} ${stage.mark(`${what} (in the open)`, 'public').word}`;
  const teamId = await stage.as(first, (ctx) =>
    formTeam(ctx, {
      title: word('team'),
      purpose: word('purpose'),
      inScope: '',
      outOfScope: '',
      norms: '',
      decisionRule: 'majority',
      sunsetOn: null,
      creationAuthority: 'board-action',
      sort: 'working-committee',
      visibleTo: 'public',
      coChairSeatIds: chairs.map((key) => stage.seat(key).seatId),
    }),
  );
  const now = await stage.as(first, async (ctx) => ctx.clock.now());
  const clock = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'America/New_York' });
  const soon = clock(new Date(now.getTime() + 5 * 60_000));
  const plan = (title: string, [day = '', time = '']: readonly string[]) =>
    stage.as(first, (ctx) =>
      planMeeting(ctx, {
        teamId,
        title,
        day,
        time: time.slice(0, 5),
        durationMinutes: 60,
        place: word('place'),
        quorumEachSide: 1,
        audience: 'team',
        notice: { sort: 'emergency', reason: word('reason') },
      }),
    );
  const meetingId = await plan(word('meeting'), soon.split(' '));
  const decisionId = await stage.as(first, (ctx) =>
    draftDecision(ctx, {
      teamId,
      visibleTo: 'public',
      title: word('question'),
      background: '',
      proposal: word('proposal'),
      domain: 'schedule',
      authority: 'board',
      level: 'recommend',
      scale: 'majority',
      line: null,
      fallback: word('fallback'),
      closesAt: new Date('2026-10-20T12:00:00Z'),
      reviewOn: '2027-03-01',
    }),
  );
  await stage.as(first, (ctx) => bringItems(ctx, { meetingId, recordIds: [decisionId] }));
  await stage.as(first, (ctx) =>
    announceMeeting(ctx, { meetingId, sort: 'emergency', reason: word('reason') }),
  );
  // It came too late for the notice, and only the team reads it.
  await stage.as(first, (ctx) =>
    bringItems(ctx, {
      meetingId,
      title: `late item ${stage.mark('late item', `team:${teamId}`).word}`,
    }),
  );
  await stage.as(first, (ctx) => openDecision(ctx, decisionId));
  for (const key of chairs)
    await stage.as(key, (ctx) =>
      giveStance(ctx, decisionId, { value: 'yes', reason: '', wouldResolve: '' }),
    );
  await stage.as(first, (ctx) => revealStances(ctx, decisionId));
  await stage.as(first, (ctx) => closeDecision(ctx, decisionId, { outcomeNote: word('outcome') }));
  return teamId;
}

/** Something said, corrected and taken back beneath one record of every audience that somebody is in. */
export async function talk(stage: Stage, key: string): Promise<void> {
  const records = await stage.as(key, (ctx) =>
    ctx.db
      .selectFrom('record')
      .select(['id', 'visibleTo', 'partnershipId'])
      .distinctOn('visibleTo')
      .where('partnershipId', '=', ctx.actor.partnership.id)
      .orderBy('visibleTo')
      .orderBy('createdAt')
      .orderBy('id')
      .execute(),
  );
  for (const { id: recordId, visibleTo, partnershipId } of records) {
    const said = (what: string, to = visibleTo) =>
      `${what} ${stage.mark(`${what} of ${key} (${visibleTo.split(':')[0]})`, to, partnershipId).word}`;
    await stage.as(key, (ctx) => writePost(ctx, { recordId, body: said('words') }));
    const corrected = await stage.as(key, (ctx) =>
      writePost(ctx, { recordId, body: said('hasty words') }),
    );
    await stage.as(key, (ctx) =>
      correctPost(ctx, { postId: corrected, body: said('better words') }),
    );
    const body = said('words taken back', `person:${stage.seat(key).personId}`);
    const gone = await stage.as(key, (ctx) => writePost(ctx, { recordId, body }));
    await stage.as(key, (ctx) => takeBackPost(ctx, gone));
  }
}
