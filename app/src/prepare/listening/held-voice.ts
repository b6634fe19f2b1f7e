import type { Actor, Constituency, SeatedActor } from '../../partnership/access/index.ts';
import type { VoiceSort } from '../voice/index.ts';
import type { AsideReason, HoldReason } from './holding.ts';

/** A voice of a person without an account that waits until a lead has read it. It is no record yet. */
export interface HeldVoice {
  id: string;
  linkId: string;
  linkTitle: string;
  state: 'held' | 'released' | 'set-aside';
  reasons: readonly HoldReason[];
  sort: VoiceSort;
  body: string;
  locale: string;
  constituency: Constituency | null;
  heldAt: Date;
  asideReason: AsideReason | null;
  asideSeat: string | null;
  asidePerson: string | null;
  asideConstituency: Constituency | null;
  settledAt: Date | null;
  settledSeat: string | null;
}

/** Leads of any side read what is held, and pass it on. */
export function mayReadHeld(actor: Actor): actor is SeatedActor {
  return actor.seat?.lead === true;
}

/** Somebody of another side would set it aside, and this person could agree. */
export function mayAgree(actor: SeatedActor, held: HeldVoice): boolean {
  return (
    held.asideSeat !== null &&
    held.asideConstituency !== actor.seat.constituency &&
    held.asidePerson !== actor.seat.personId
  );
}

/** A first lead may say why, or think of a better reason. */
export function mayAskAside(actor: SeatedActor, held: HeldVoice): boolean {
  return held.asideSeat === null || held.asideConstituency === actor.seat.constituency;
}
