import { createHash } from 'node:crypto';
import { InputProblem } from '../../platform/input-problem.ts';
import { datesFor } from '../../ui/index.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readHeads } from '../record/server.ts';
import { mayPrepareExport, type RecordsRequest } from './export.ts';
import { rowsOf } from './export-rows.store.ts';
import { readNames } from './names.store.ts';
import { readLeftOut, readRequest, updateRequest } from './request.store.ts';
import { writeCopy } from './write-copy.ts';
import { TooLarge } from './zip-files.ts';

/** The copy as a ZIP: exactly what was looked through, or nothing. The audit trail says that it left. */
export async function makeCopy(ctx: SeatedCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  allow(mayPrepareExport(ctx.actor));
  const request = await readRequest(ctx, id);
  if (!request.reviewedAt) throw new InputProblem({ looked: 'export.look-first' });
  const { zip, digest } = await write(ctx, request, request.reviewedAt);
  if (digest !== request.reviewedDigest)
    throw new InputProblem({ looked: request.madeAt ? 'export.went-on' : 'export.changed' });
  const fileDigest = createHash('sha256').update(zip).digest('hex');
  if (!request.madeAt) await updateRequest(ctx, id, { madeAt: ctx.clock.now(), fileDigest });
  await audit(ctx, 'export.made', {
    visibleTo: await audienceOf(ctx, request),
    details: { scope: request.scope, askedOn: request.askedOn, sha256: fileDigest },
  });
  return zip;
}

/** Who may know that a copy left: those who could see what it was about. */
async function audienceOf(ctx: SeatedCtx, { recordId }: RecordsRequest): Promise<string> {
  const [head] = recordId ? await readHeads(ctx, [recordId]) : [];
  return head?.visibleTo ?? 'partnership';
}

async function write(ctx: SeatedCtx, request: RecordsRequest, madeAt: Date) {
  const { partnership } = ctx.actor;
  const { tables, each } = await rowsOf(ctx, request);
  const names = await readNames(ctx);
  const [head] = request.recordId ? await readHeads(ctx, [request.recordId]) : [];
  const columns = new Map(tables.map((table) => [table.name, table.columns]));
  try {
    return await writeCopy(each(), {
      request,
      partnership: partnership.name,
      subject: head?.title ?? names.get(request.personId ?? '') ?? '',
      madeBy: names.get(request.madeBySeat) ?? '',
      madeAt,
      leftOut: await readLeftOut(ctx, request.id),
      names,
      dates: datesFor({ locale: request.locale, timeZone: partnership.timeZone, now: madeAt }),
      columnsOf: (table) => columns.get(table) ?? [],
    });
  } catch (error) {
    if (error instanceof TooLarge) throw new InputProblem({ looked: 'export.too-large' });
    throw error;
  }
}
