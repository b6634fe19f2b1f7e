import type { SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { currentSpace } from './current-space.ts';
import { insertAccess, own } from './keys.store.ts';
import type { Access } from './sealing/steps.ts';

/** Somebody who has the key gives it to one more member, wrapped for them alone. */
export async function letIn(
  ctx: SeatedCtx,
  { generation, access }: { generation: number; access: Access },
): Promise<void> {
  await currentSpace(ctx, { generation, access: [access] });
  await insertAccess(ctx, generation, [access]);
  const { visibleTo } = own(ctx);
  await audit(ctx, 'caucus.let-in', { visibleTo, details: { person: access.personId } });
}
