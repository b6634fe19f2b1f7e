import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { insertReview, readRules } from './jurisdiction.store.ts';

/** A lead says that the organization read the rules in force. It is of the version that was shown. */
export async function reviewRules(ctx: SeatedCtx, input: { version: number }): Promise<void> {
  allow(ctx.actor.seat.lead);
  const { version } = await readRules(ctx);
  if (version !== input.version) throw new InputProblem({ form: 'rules.newer' });
  if (!(await insertReview(ctx, version))) return;
  await audit(ctx, 'rules.reviewed', { visibleTo: 'partnership', details: { version } });
}
