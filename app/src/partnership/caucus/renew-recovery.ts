import { meanwhile, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { currentSpace } from './current-space.ts';
import { insertAccess, own, storeRecovery } from './keys.store.ts';
import type { FirstKey } from './sealing/steps.ts';

/**
 * A new recovery key; the one printed before opens nothing that is written with later keys. Whoever
 * came back by the old one is let in by the same step.
 */
export async function renewRecovery(ctx: SeatedCtx, made: FirstKey): Promise<void> {
  await currentSpace(ctx, made);
  if (!(await storeRecovery(ctx, made))) throw meanwhile();
  await insertAccess(ctx, made.generation, made.access);
  const cameBack = made.access.length > 0;
  await audit(ctx, cameBack ? 'caucus.recovered' : 'caucus.recovery-renewed', {
    visibleTo: own(ctx).visibleTo,
  });
}
