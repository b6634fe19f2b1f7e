import { type Decision, jointLevels } from './decision.ts';

/** Fewer than this many closed decisions say nothing about a partnership. */
const least = 5;

/**
 * How many of the closed decisions that are legally shared were made jointly. Null while there are
 * too few to say.
 */
export function countJoint(
  decisions: readonly Pick<Decision, 'closedAt' | 'authority' | 'level'>[],
): { joint: number; all: number } | null {
  const shareable = decisions.filter(
    ({ closedAt, authority }) => closedAt !== null && authority === 'shared',
  );
  if (shareable.length < least) return null;
  const joint = shareable.filter(({ level }) => jointLevels.includes(level));
  return { joint: joint.length, all: shareable.length };
}
