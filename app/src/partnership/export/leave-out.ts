import { InputProblem } from '../../platform/input-problem.ts';
import { allow, notAllowed, type SeatedCtx } from '../access/server.ts';
import { type LeftOut, mayPrepareExport, type RecordsRequest } from './export.ts';
import { deleteLeftOut, insertLeftOut, readRequest } from './request.store.ts';

export interface LeaveOutInput {
  /** Items that stay here whole. */
  items: readonly string[];
  /** Words to black out, one passage a line. */
  passages: string;
  /** The record in which they stand; empty for everywhere. */
  within: string;
  /** The exemption, as the law or the district's policy names it. */
  reason: string;
}

/** Marks what does not leave, and why. Asks for a new look. */
export async function leaveOut(ctx: SeatedCtx, id: string, input: LeaveOutInput): Promise<void> {
  const request = await openOne(ctx, id);
  const reason = input.reason;
  const passages = input.passages
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (passages.some((passage) => passage.length < 2))
    throw new InputProblem({ passages: 'export.too-short' });
  const named: Pick<LeftOut, 'item' | 'passage' | 'reason'>[] = [
    ...input.items.map((item) => ({ item, passage: null, reason })),
    ...passages.map((passage) => ({ item: input.within || null, passage, reason })),
  ];
  if (named.length === 0) throw new InputProblem({ passages: 'export.nothing-marked' });
  await insertLeftOut(ctx, request.id, named);
}

/** It leaves after all. */
export async function putBack(ctx: SeatedCtx, id: string, leftOutId: string): Promise<void> {
  const request = await openOne(ctx, id);
  await deleteLeftOut(ctx, request.id, leftOutId);
}

async function openOne(ctx: SeatedCtx, id: string): Promise<RecordsRequest> {
  allow(mayPrepareExport(ctx.actor));
  const request = await readRequest(ctx, id);
  if (request.madeAt) throw notAllowed();
  return request;
}
