import type { Locale } from '../../ui/catalogue.ts';
import type { SeatedCtx } from '../access/server.ts';
import { describeSuccession } from './describe-succession.ts';
import { describeVisibility } from './describe-visibility.ts';
import type { ChangeInWords, JointChange, JointChangeKind } from './joint-change.ts';

/** What a kind of change knows about itself. */
export interface JointChangeHandler {
  /** How it is and how it would be, in words for whoever reads the change. */
  describe(ctx: SeatedCtx, change: JointChange, locale: Locale): Promise<ChangeInWords>;
  /**
   * Carries out what was agreed, in the transaction of the last agreement. It calls a database function
   * that takes the agreed change (take_joint_change): nothing else makes it so. Left out where the
   * database carries it out by itself.
   */
  apply?(ctx: SeatedCtx, change: JointChange): Promise<void>;
}

const handlers = new Map<JointChangeKind, JointChangeHandler>([
  ['visibility', { describe: describeVisibility }],
  ['lead', { describe: describeSuccession }],
  ['first-person', { describe: describeSuccession }],
]);

/** Adds a kind of change; the slice that knows what it changes does this once, in routes/joint-change-kinds.ts. */
export function registerJointChange(kind: JointChangeKind, handler: JointChangeHandler): void {
  handlers.set(kind, handler);
}

export function handlerOf(kind: JointChangeKind): JointChangeHandler {
  const handler = handlers.get(kind);
  if (!handler) throw new Error(`Nobody registered joint changes of the kind ${kind}.`);
  return handler;
}
