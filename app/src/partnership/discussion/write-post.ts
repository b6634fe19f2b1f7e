import { InputProblem } from '../../platform/input-problem.ts';
import { notFound, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readHeads } from '../record/server.ts';
import { insertPost, readGuards } from './discussion.store.ts';

/** Writes beneath a record. Whoever sees the record sees it. */
export async function writePost(
  ctx: SeatedCtx,
  input: { recordId: string; body: string },
): Promise<string> {
  const [record] = await readHeads(ctx, [input.recordId]);
  if (!record) throw notFound();
  const [guarded] = await readGuards(ctx, record.id);
  if (guarded) throw new InputProblem({ form: `discussion.${guarded.why}` });
  const id = await insertPost(ctx, record, input.body);
  await audit(ctx, 'discussion.written', { visibleTo: record.visibleTo, recordId: record.id });
  return id;
}
