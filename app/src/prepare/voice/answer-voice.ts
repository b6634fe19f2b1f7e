import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { setState } from '../../partnership/record/server.ts';
import { readVoice } from './voice.store.ts';
import { mayAnswer } from './voice.ts';

/** Answers a voice, or puts the answer right. The trail keeps what the answer said before. */
export async function answerVoice(
  ctx: SeatedCtx,
  input: { voiceId: string; answer: string },
): Promise<void> {
  const voice = await readVoice(ctx, input.voiceId);
  allow(mayAnswer(ctx.actor, voice));
  await ctx.db
    .updateTable('voice')
    .set({
      answer: input.answer,
      answeredAt: ctx.clock.now(),
      answeredBySeat: ctx.actor.seat.seatId,
    })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('id', '=', voice.id)
    .execute();
  await setState(ctx, voice, voice.state === 'waiting' ? 'answered' : voice.state);
  await audit(ctx, voice.answer === null ? 'voice.answered' : 'voice.answer-changed', {
    visibleTo: voice.visibleTo,
    recordId: voice.id,
    ...(voice.answer === null ? {} : { details: { before: voice.answer } }),
  });
}
