import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { mayPrepareExport } from './export.ts';
import { rowsOf } from './export-rows.store.ts';
import { readLeftOut, readRequest, updateRequest } from './request.store.ts';
import { digestOf } from './write-copy.ts';

/** Confirms that everything was looked through, and fixes what that was. */
export async function reviewRequest(ctx: SeatedCtx, id: string, looked: boolean): Promise<void> {
  allow(mayPrepareExport(ctx.actor));
  const request = await readRequest(ctx, id);
  if (!looked) throw new InputProblem({ looked: 'export.look-first' });
  if (request.madeAt) return;
  const reviewedAt = ctx.clock.now();
  const rows = await rowsOf(ctx, { ...request, reviewedAt });
  const { digest } = await digestOf(rows.each(), await readLeftOut(ctx, id));
  await updateRequest(ctx, id, { reviewedAt, reviewedDigest: digest });
}
