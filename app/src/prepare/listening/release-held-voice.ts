import { allow, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { answerBy } from '../voice/server.ts';
import { readHeldVoice, releaseHeld } from './held-voice.store.ts';
import { mayReadHeld } from './held-voice.ts';
import { readLink } from './listening.store.ts';

/** One lead passes a held voice on to the table. The days for its answer count from now. */
export async function releaseHeldVoice(ctx: SeatedCtx, id: string): Promise<void> {
  allow(mayReadHeld(ctx.actor));
  const held = await readHeldVoice(ctx, id);
  const { answerDays } = await readLink(ctx, held.linkId);
  if (!(await releaseHeld(ctx, id, answerBy(localToday(ctx), answerDays)))) throw notFound();
  await audit(ctx, 'voice.released', {
    visibleTo: 'partnership',
    recordId: id,
    details: { reasons: held.reasons },
  });
}
