import { describePlaces } from '../act/team/server.ts';
import { registerJointChange } from '../partnership/joint-change/server.ts';
import { rulesChange } from '../partnership/jurisdiction/server.ts';
import { liftingChange, removalChange } from '../partnership/retention/server.ts';

/**
 * The kinds of joint changes that other slices know: one line each, `registerJointChange(kind, handler)`.
 * Who can see a record is known to the slice itself.
 */
export function registerJointChangeKinds(): void {
  registerJointChange('composition', { describe: describePlaces });
  registerJointChange('removal', removalChange);
  registerJointChange('hold', liftingChange);
  registerJointChange('rules', rulesChange);
}
