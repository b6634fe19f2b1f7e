import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { insertRecord } from '../record/server.ts';
import { linesOf, mayWriteCompact } from './compact.ts';

/** Writes the next version of the compact and offers it to every organization for ratification. */
export async function writeCompact(
  ctx: SeatedCtx,
  input: {
    title: string;
    preamble: string;
    principles: string;
    behaviors: string;
    reviewOn?: string | undefined;
  },
): Promise<string> {
  allow(mayWriteCompact(ctx.actor));
  const principles = linesOf(input.principles);
  const behaviors = linesOf(input.behaviors);
  if (principles.length === 0) throw new InputProblem({ principles: 'required' });
  if (behaviors.length === 0) throw new InputProblem({ behaviors: 'required' });
  const partnershipId = ctx.actor.partnership.id;
  const last = await ctx.db
    .selectFrom('compact')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('partnershipId', '=', partnershipId)
    .executeTakeFirst();
  const visibleTo = 'partnership';
  const id = await insertRecord(ctx, {
    kind: 'compact',
    title: input.title,
    state: 'offered',
    visibleTo,
  });
  const offeredAt = ctx.clock.now();
  await ctx.db
    .insertInto('compact')
    .values({
      partnershipId,
      id,
      visibleTo,
      version: (last?.version ?? 0) + 1,
      preamble: input.preamble,
      reviewOn: input.reviewOn ?? null,
    })
    .execute();
  const lines = [
    ...principles.map((body) => ({ sort: 'principle' as const, body })),
    ...behaviors.map((body) => ({ sort: 'behavior' as const, body })),
  ];
  await ctx.db
    .insertInto('compactLine')
    .values(
      lines.map((line, position) => ({
        partnershipId,
        compactId: id,
        visibleTo,
        position,
        ...line,
      })),
    )
    .execute();
  // From here on the database keeps the text as it is.
  await ctx.db
    .updateTable('compact')
    .set({ offeredAt })
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', id)
    .execute();
  await audit(ctx, 'compact.offered', { visibleTo, recordId: id });
  return id;
}
