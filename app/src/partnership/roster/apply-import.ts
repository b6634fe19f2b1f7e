import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { writePlan } from './apply-plan.store.ts';
import type { ImportCounts } from './import-plan.ts';
import { basisOf, readPresent } from './present.store.ts';
import { mayImportRoster } from './roster.ts';
import { markApplied, readImport, waitForTurn } from './roster-import.store.ts';
import { refuseRoster } from './roster-refused.ts';

/** Carries out a preview exactly as it was shown, or not at all when what it rests on has changed. */
export async function applyImport(ctx: SeatedCtx, id: string): Promise<ImportCounts> {
  allow(mayImportRoster(ctx.actor));
  await waitForTurn(ctx);
  const { plan, basis, counts } = await readImport(ctx, id);
  if (!plan || !(await markApplied(ctx, id))) throw refuseRoster('not-open');
  if (basisOf(await readPresent(ctx)) !== basis) throw refuseRoster('stale');
  await writePlan(ctx, plan);
  await audit(ctx, 'roster.imported', {
    visibleTo: 'partnership',
    recordId: id,
    details: { ...counts },
  });
  for (const { change, seatId } of plan.terms) {
    if (change === 'end')
      await audit(ctx, 'term.ended', { visibleTo: 'partnership', details: { seat: seatId } });
    if (change === 'flag')
      await audit(ctx, 'term.flagged', { visibleTo: 'partnership', details: { seat: seatId } });
  }
  return counts;
}
