import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { insertAnswer, readJointChange, readStanding } from './joint-change.store.ts';
import type { JointChange } from './joint-change.ts';
import { handlerOf } from './joint-change-kinds.ts';

/**
 * Agrees or declines for the acting seat's organization. One no ends it; the last agreement that was
 * missing puts it into effect, in the same transaction.
 */
export async function answerJointChange(
  ctx: SeatedCtx,
  input: { id: string; answer: 'agree' | 'decline'; reason: string },
): Promise<'waiting' | 'agreed' | 'declined'> {
  const change = await readJointChange(ctx, input.id);
  if (change.state === 'lapsed') throw new InputProblem({ form: 'change.lapsed' });
  if (change.state !== 'waiting') throw new InputProblem({ form: 'change.settled' });
  allow((await readStanding(ctx, change.id)).mayAnswer);
  if (input.answer === 'decline' && !input.reason) throw new InputProblem({ reason: 'required' });
  const outcome = await insertAnswer(ctx, input);
  if (outcome !== 'waiting' && outcome !== 'agreed' && outcome !== 'declined') {
    throw new InputProblem({ form: `change.${outcome}` });
  }
  await audit(ctx, input.answer === 'agree' ? 'change.agreed' : 'change.declined', about(change));
  if (outcome === 'agreed') {
    await handlerOf(change.kind).apply?.(ctx, change);
    await audit(ctx, 'change.took-effect', effect(change));
  }
  return outcome;
}

const about = ({ id, kind, visibleTo, recordId, before, after }: JointChange) => ({
  visibleTo,
  ...(recordId ? { recordId } : {}),
  details: { change: id, kind, before, after },
});

/** Who speaks for an organization is everybody's to know. Whoever reads the record from now on reads that it was opened; what was said before stays where it was said. */
function effect(change: JointChange) {
  const opened = change.kind === 'visibility' && change.after.visibleTo !== 'public';
  const visibleTo = opened ? String(change.after.visibleTo) : 'partnership';
  return { ...about(change), ...(opened || change.kind === 'lead' ? { visibleTo } : {}) };
}
