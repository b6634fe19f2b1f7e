import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { readHeads } from '../record/server.ts';
import { insertHold } from './hold.store.ts';
import { type HoldScope, mayPlaceHold } from './hold.ts';

export interface HoldInput {
  scope: HoldScope;
  record?: string | undefined;
  person?: string | undefined;
  reason: string;
}

/** Stops the clock for a record, a topic, a person or everything, from this moment on. Returns the hold's id. */
export async function placeHold(ctx: SeatedCtx, input: HoldInput): Promise<string> {
  allow(mayPlaceHold(ctx.actor));
  const recordId = await recordOf(ctx, input);
  if (input.scope === 'person' && !input.person) throw new InputProblem({ person: 'choose-one' });
  const id = await insertHold(ctx, {
    scope: input.scope,
    recordId,
    personId: input.scope === 'person' ? (input.person ?? null) : null,
    reason: input.reason,
  });
  await audit(ctx, 'hold.placed', {
    visibleTo: 'partnership',
    details: { hold: id, scope: input.scope },
  });
  return id;
}

/** A record that the lead may read and that is no organization's own. */
async function recordOf(ctx: SeatedCtx, input: HoldInput): Promise<string | null> {
  if (input.scope !== 'record' && input.scope !== 'topic') return null;
  const [head] = input.record ? await readHeads(ctx, [input.record]) : [];
  if (!head) throw new InputProblem({ record: 'retention.no-such-record' });
  if (/^(caucus|person):/.test(head.visibleTo)) throw new InputProblem({ record: 'retention.own' });
  return head.id;
}
