import { enterValues } from '../../src/measure/indicator/server.ts';
import { enterLink } from '../../src/partnership/access/server.ts';
import { linkRecords } from '../../src/partnership/record/server.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { endorseGoal, proposeGoal, readGoal } from '../../src/prepare/goal/server.ts';
import {
  createLink,
  leaveVoice,
  receiptHash,
  releaseHeldVoice,
  setAsideHeldVoice,
} from '../../src/prepare/listening/server.ts';
import { answerVoice, raiseVoice } from '../../src/prepare/voice/server.ts';
import { writeLesson } from '../../src/reflect/lesson/server.ts';
import { writeReview } from '../../src/reflect/review/server.ts';
import type { Marker } from '../markers.ts';
import type { Stage } from './stage.ts';

const visibilities = ['public', 'partnership', 'caucus'] as const;

/** Voices in every visibility, named and not, answered twice so that the trail keeps a text. */
export async function raiseVoices(stage: Stage, who: string, lead: string): Promise<void> {
  for (const visibility of visibilities) {
    for (const named of [true, false]) {
      const id = await stage.as(who, (ctx) => {
        const { organizationId } = ctx.actor.seat;
        const visibleTo = visibility === 'caucus' ? `caucus:${organizationId}` : visibility;
        const marker = markIn(stage, ctx.actor.partnership.id, visibleTo)('voice');
        return raiseVoice(ctx, {
          sort: 'concern',
          body: `${marker.word} is what ${named ? 'I' : 'somebody'} would like to raise.`,
          locale: 'en',
          visibility,
          named,
          answerSeat: stage.seat(lead).seatId,
          answerDays: 5,
        });
      });
      const voice = await stage.as(who, async (ctx) => ({
        ...(await ctx.db
          .selectFrom('record')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow()),
      }));
      if (!named) stage.unnamed.push({ id, author: stage.seat(who) });
      const mark = markIn(stage, voice.partnershipId, voice.visibleTo);
      for (const which of ['first answer', 'second answer']) {
        const answer = `Thank you, ${mark(which).word}`;
        await stage.as(lead, (ctx) => answerVoice(ctx, { voiceId: id, answer }));
      }
      stage.voices.push({ id, visibleTo: voice.visibleTo, by: who });
    }
  }
}

const markIn = (stage: Stage, partnershipId: string, visibleTo: string) => (what: string) =>
  stage.mark(`${what} (${visibleTo.split(':')[0]})`, visibleTo, partnershipId);

/** A goal with everything that follows from it: values, endorsements, a review and a lesson. */
export async function reachGoal(
  stage: Stage,
  visibility: 'public' | 'partnership',
  people: { lead: string; second: string },
): Promise<string> {
  const partnershipId = await stage.as(people.lead, async (ctx) => ctx.actor.partnership.id);
  const mark = markIn(stage, partnershipId, visibility);
  const word = (what: string) => `${what} ${mark(what).word}`;
  const goalId = await stage.as(people.lead, (ctx) =>
    proposeGoal(ctx, {
      title: word('goal'),
      howMuch: word('how much'),
      forWhom: word('for whom'),
      byWhen: '2027-06-01',
      why: word('why'),
      keeperSeat: ctx.actor.seat.seatId,
      visibility,
      voice: [],
      indicatorName: word('indicator'),
      unit: '%',
      wanted: 'up',
      baseline: '10',
      target: '20',
      source: word('source'),
    }),
  );
  await stage.as(people.second, (ctx) => endorseGoal(ctx, { goalId }));
  await stage.as(people.lead, async (ctx) => {
    const goal = await readGoal(ctx, goalId);
    const value = { measuredOn: '2026-09-30', value: '12' };
    await enterValues(ctx, goal.indicator?.id ?? '', [{ ...value, note: word('note') }]);
    // A voice of one's own caucus may have led here: others must not see that link.
    for (const voice of stage.voices) {
      if (voice.by === people.lead) await linkRecords(ctx, voice.id, goalId);
    }
  });
  const reviewId = await stage.as(people.second, (ctx) =>
    writeReview(ctx, goalId, {
      title: word('review'),
      result: 'partly',
      contentNote: word('content'),
      processScore: 4,
      processNote: word('process'),
      successes: word('successes'),
      challenges: word('challenges'),
      nextStep: 'carry-over',
      heldOn: '2026-10-01',
    }),
  );
  await stage.as(people.lead, (ctx) =>
    writeLesson(ctx, {
      title: word('lesson'),
      visibleTo: visibility,
      context: word('context'),
      change: word('change'),
      evidence: word('evidence'),
      effort: word('effort'),
      conditions: word('conditions'),
      whatFailed: word('what failed'),
      contactSeat: ctx.actor.seat.seatId,
      reviewId,
    }),
  );
  return goalId;
}

export interface GuestWays {
  openLink: { id: string; token: string };
  expiredLink: { id: string; token: string };
  receipt: string;
  voiceId: string;
  /** Of a voice that waits to be read. */
  heldReceipt: string;
  heldId: string;
}

/** A listening link that is open, one that closed, and voices that came by the first. */
export async function listen(
  stage: Stage,
  [lead, second]: readonly [string, string],
  answerer: string,
): Promise<GuestWays> {
  const partnershipId = await stage.as(lead, async (ctx) => ctx.actor.partnership.id);
  const mark = markIn(stage, partnershipId, 'partnership');
  const link = (opensOn: string, closesOn: string) =>
    stage.as(lead, async (ctx) => {
      const [title, prompt] = [mark('link'), mark('prompt')];
      const id = await createLink(ctx, {
        title: `Listening ${title.word}`,
        prompt: `Say ${prompt.word}`,
        answerSeat: stage.seat(answerer).seatId,
        answerDays: 3,
        opensOn,
        closesOn,
      });
      const { token } = await ctx.db
        .selectFrom('listeningLink')
        .select('token')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      opens(id, title, prompt);
      return { id, token };
    });
  const openLink = await link('2026-10-01', '2026-10-31');
  const expiredLink = await link('2026-09-01', '2026-09-20');
  const say = (said: Marker, held: boolean) => sayByLink(stage, openLink.token, said, held);
  // One of them waits for its answer.
  await say(mark('voice of a guest'), false);
  const { receipt, id: voiceId } = await say(mark('voice of a guest'), false);
  const answer = mark('answer to a guest');
  opens(voiceId, answer);
  await stage.as(answerer, (ctx) =>
    answerVoice(ctx, { voiceId, answer: `Thank you ${answer.word}` }),
  );
  // Others wait to be read, were set aside by two sides, or were passed on.
  const leads = markIn(stage, partnershipId, 'leads');
  const held = await say(leads('held voice of a guest'), true);
  const aside = await say(leads('voice of a guest set aside'), true);
  for (const each of [lead, second])
    await stage.as(each, (ctx) => setAsideHeldVoice(ctx, aside.id, 'names-student'));
  const released = await say(mark('released voice of a guest'), true);
  await stage.as(second, (ctx) => releaseHeldVoice(ctx, released.id));
  return { openLink, expiredLink, receipt, voiceId, heldReceipt: held.receipt, heldId: held.id };
}

/** Somebody without an account says something; a rule may hold it. */
async function sayByLink(stage: Stage, token: string, said: Marker, held: boolean) {
  const receipt = await inTransaction(stage.here.db, async (db) => {
    const actor = await enterLink(db, token, stage.here.clock.now());
    if (!actor) throw new Error('The link is closed.');
    const body = `${said.word} is what I came to say.`;
    const voice = { sort: 'idea', constituency: 'families', body, locale: 'es' } as const;
    const reasons = held ? (['no-proof'] as const) : [];
    return leaveVoice({ ...stage.base(db), actor }, { ...voice, reasons });
  });
  if (!receipt) throw new Error('The link is full.');
  const { rows } = await stage.here.database.owner.query<{ id: string }>(
    `select id from voice where receipt_hash = $1
     union all select id from held_voice where receipt_hash = $1`,
    [receiptHash(receipt)],
  );
  const id = rows[0]!.id;
  opens(id, said);
  return { receipt, id };
}

/** What the holder of a link or a receipt may read of these words. */
function opens(id: string, ...markers: Marker[]): void {
  for (const marker of markers) marker.id = id;
}
