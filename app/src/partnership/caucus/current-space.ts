import { meanwhile, type SeatedCtx } from '../access/server.ts';
import { readSpace } from './caucus.store.ts';
import type { CaucusSpace } from './caucus.ts';
import type { Access } from './sealing/steps.ts';

/**
 * The space as it is now, if the browser that asks knew it so: same newest key, and every key wrapped
 * for the present public key of somebody who sits there.
 */
export async function currentSpace(
  ctx: SeatedCtx,
  { generation, access = [] }: { generation: number; access?: readonly Access[] },
): Promise<CaucusSpace> {
  const space = await readSpace(ctx);
  const known = access.every(({ personId, recipient }) =>
    space.people.some((person) => person.personId === personId && person.recipient === recipient),
  );
  if (space.generation !== generation || !known) throw meanwhile();
  return space;
}
