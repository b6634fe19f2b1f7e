import type { SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { currentSpace } from './current-space.ts';
import { insertAccess, insertGeneration, own } from './keys.store.ts';
import type { NextKey } from './sealing/steps.ts';

/** The next key, for those who stay: what is written from now on is closed to whoever left. */
export async function changeKey(ctx: SeatedCtx, made: NextKey): Promise<void> {
  await currentSpace(ctx, { generation: made.generation - 1, access: made.access });
  await insertGeneration(ctx, made);
  await insertAccess(ctx, made.generation, made.access);
  const { visibleTo } = own(ctx);
  await audit(ctx, 'caucus.key-changed', { visibleTo, details: { generation: made.generation } });
}
