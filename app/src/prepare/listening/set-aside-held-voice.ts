import { allow, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { setAsideHeld } from './held-voice.store.ts';
import { mayReadHeld } from './held-voice.ts';
import type { AsideReason } from './holding.ts';

/**
 * The first lead says why a held voice should be set aside; a second one, another person of another
 * side, agrees. It stays where it is, and whoever spoke is told the reason.
 */
export async function setAsideHeldVoice(
  ctx: SeatedCtx,
  id: string,
  reason: AsideReason,
): Promise<'proposed' | 'set-aside'> {
  allow(mayReadHeld(ctx.actor));
  const outcome = await setAsideHeld(ctx, id, reason);
  if (outcome === 'gone') throw notFound();
  if (outcome === 'differs') throw new InputProblem({ reason: 'listening.aside-differs' });
  await audit(ctx, outcome === 'proposed' ? 'voice.aside-asked' : 'voice.set-aside', {
    visibleTo: 'partnership',
    recordId: id,
    details: { reason },
  });
  return outcome;
}
