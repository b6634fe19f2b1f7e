import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { readSeats } from '../../partnership/seat/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { answerBy } from './answer-by.ts';
import { openOwnVoice } from './open-own-voice.store.ts';
import { readVoice } from './voice.store.ts';
import { mayOpen } from './voice.ts';

/**
 * Brings a voice from an organization's own space to the whole table, where somebody else can be
 * asked to answer. Not once it was answered: those words were meant for the organization.
 */
export async function openVoice(
  ctx: SeatedCtx,
  input: { voiceId: string; answerSeat: string; answerDays: number },
): Promise<void> {
  const voice = await readVoice(ctx, input.voiceId);
  allow(mayOpen(ctx.actor, voice));
  const [asked] = await readSeats(ctx, [input.answerSeat]);
  if (!asked) throw new InputProblem({ answerSeat: 'choose-one' });
  await openOwnVoice(ctx, voice.id, {
    answerSeat: input.answerSeat,
    answerBy: answerBy(localToday(ctx), input.answerDays),
  });
  await audit(ctx, 'voice.opened', { visibleTo: 'partnership', recordId: voice.id });
}
