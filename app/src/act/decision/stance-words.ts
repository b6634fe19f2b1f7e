import type { Scale } from '@concord/analysis';
import type { DecisionKey } from './decision.words.ts';

/** The key of a stance's label in words. */
export function stanceKey(scale: Scale, value: string): DecisionKey {
  const set = scale === 'majority' || scale === 'supermajority' ? 'vote' : scale;
  return `stance.${set}.${value}` as DecisionKey;
}
