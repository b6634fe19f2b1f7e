import { allow, type SeatedCtx } from '../access/server.ts';
import { countPlan, type ImportPlan } from './import-plan.ts';
import { planImport } from './plan-import.ts';
import { basisOf, readPresent } from './present.store.ts';
import { readRoster } from './read-roster.ts';
import { mayImportRoster, type RosterFile } from './roster.ts';
import { insertImport } from './roster-import.store.ts';
import { unpack } from './unpack.ts';

/** What an import of these files would do. Changes nothing and keeps nothing. */
export async function foreseeImport(
  ctx: SeatedCtx,
  sent: readonly RosterFile[],
): Promise<{ plan: ImportPlan; basis: string }> {
  allow(mayImportRoster(ctx.actor));
  const read = readRoster(unpack(sent), ctx.clock.now().toISOString().slice(0, 10));
  const present = await readPresent(ctx);
  const plan = planImport(read, present, ctx.actor.seat, () => ctx.random.uuid());
  return { plan, basis: basisOf(present) };
}

/** Keeps what an import would do, to be looked at and then applied as it is. Returns its id. */
export async function previewImport(ctx: SeatedCtx, sent: readonly RosterFile[]): Promise<string> {
  const { plan, basis } = await foreseeImport(ctx, sent);
  const id = ctx.random.uuid();
  const source = sent
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 400);
  await insertImport(ctx, { id, source, counts: countPlan(plan), plan, basis });
  return id;
}
