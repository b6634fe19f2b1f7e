import { InputProblem } from '../../platform/input-problem.ts';
import { allow, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { insertJointChange, readJointChange, readOutlook } from './joint-change.store.ts';
import type { JointChangeKind } from './joint-change.ts';
import { postLetters } from './post-letters.ts';

/** Proposes a change of something shared. Nothing changes until the other side agrees. */
export async function proposeJointChange(
  ctx: SeatedCtx,
  input: {
    kind: JointChangeKind;
    recordId?: string | null | undefined;
    /** What it is now. For visibility and composition the database looks it up itself. */
    before?: Record<string, unknown>;
    after: Record<string, unknown>;
    reason: string;
  },
): Promise<string> {
  const { kind, recordId = null, before = {}, after, reason } = input;
  allow((await readOutlook(ctx, { kind, recordId, after })).mayPropose);
  const id = ctx.random.uuid();
  const outcome = await insertJointChange(ctx, { id, kind, recordId, before, after, reason });
  if (outcome === 'waits-already') throw new InputProblem({ form: 'change.waits-already' });
  const change = await readJointChange(ctx, id);
  await audit(ctx, 'change.proposed', {
    visibleTo: change.visibleTo,
    ...(recordId ? { recordId } : {}),
    details: { change: id, kind, before: change.before, after: change.after },
  });
  await postLetters(ctx, change);
  return id;
}
