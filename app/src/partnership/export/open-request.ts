import { InputProblem } from '../../platform/input-problem.ts';
import type { Locale } from '../../ui/index.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { readHeads } from '../record/server.ts';
import { type ExportScope, mayPrepareExport } from './export.ts';
import { insertRequest } from './request.store.ts';

export interface RequestInput {
  scope: ExportScope;
  record?: string | undefined;
  person?: string | undefined;
  askedBy: string;
  askedOn: string;
  locale: Locale;
  withOwn: boolean;
}

/** Begins a copy. Nothing leaves yet: it is looked through first. Returns its id. */
export async function openRequest(ctx: SeatedCtx, input: RequestInput): Promise<string> {
  allow(mayPrepareExport(ctx.actor));
  const topic = input.scope === 'topic';
  if (topic && (await readHeads(ctx, input.record ? [input.record] : [])).length === 0)
    throw new InputProblem({ record: 'export.no-such-record' });
  if (input.scope === 'person' && !input.person) throw new InputProblem({ person: 'choose-one' });
  return insertRequest(ctx, {
    scope: input.scope,
    recordId: topic ? (input.record ?? null) : null,
    personId: input.scope === 'person' ? (input.person ?? null) : null,
    askedBy: input.askedBy,
    askedOn: input.askedOn,
    locale: input.locale,
    withOwn: input.withOwn,
  });
}
