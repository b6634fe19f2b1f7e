import type { SeatedActor } from '../access/index.ts';

/** Why a record cannot be removed now, as the database says it. */
export type Hindrance = 'gone' | 'own' | 'not-due' | 'held' | 'led-on' | 'mentioned';

/** The page of what is due is for those who can propose it. */
export function mayProposeRemoval(actor: SeatedActor): boolean {
  return actor.seat.lead;
}
