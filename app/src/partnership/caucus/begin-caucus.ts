import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { currentSpace } from './current-space.ts';
import { insertAccess, insertGeneration, own } from './keys.store.ts';
import type { FirstKey } from './sealing/steps.ts';

/**
 * A lead makes the caucus's first key; or, when nobody is left who can open it, a first one again.
 * What was written before then stays closed.
 */
export async function beginCaucus(ctx: SeatedCtx, made: FirstKey): Promise<void> {
  allow(ctx.actor.seat.lead);
  await currentSpace(ctx, { generation: made.generation - 1, access: made.access });
  await insertGeneration(ctx, { ...made, previous: null, link: null });
  await insertAccess(ctx, made.generation, made.access);
  const { visibleTo } = own(ctx);
  await audit(ctx, 'caucus.begun', { visibleTo, details: { generation: made.generation } });
}
