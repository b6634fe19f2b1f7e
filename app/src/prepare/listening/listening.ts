import type { Constituency, SeatedActor } from '../../partnership/access/index.ts';
import type { VoiceSort } from '../voice/index.ts';

/** What a link takes from one device: as many as come, one, or one after another from people who share it. */
export const deviceRules = ['several', 'once', 'shared'] as const;
export type DeviceRule = (typeof deviceRules)[number];

/** Who reads what comes in: everybody with a seat, or everybody, once a lead has read it. */
export const guestVisibilities = ['partnership', 'public'] as const;
export type GuestVisibility = (typeof guestVisibilities)[number];

export const mostVoicesOfLink = 100_000;

/** An open ear: whoever holds the link or the poster can say something without an account. Read this first. */
export interface ListeningLink {
  id: string;
  /** The secret part of the address; everyone at the table may pass it on. */
  token: string;
  title: string;
  prompt: string;
  siteId: string | null;
  answerSeat: string;
  /** School days within which an answer is promised. */
  answerDays: number;
  opensOn: string;
  closesOn: string;
  createdBySeat: string;
  /** The sides of the table that it asks; empty for all. */
  sides: readonly Constituency[];
  /** The kinds of voice that it asks for; empty for all. */
  sorts: readonly VoiceSort[];
  voicesVisibleTo: GuestVisibility;
  device: DeviceRule;
  /** After so many it closes by itself. */
  mostVoices: number | null;
}

export interface ListeningLinkRow extends ListeningLink {
  siteName: string | null;
  /** How many voices came by it, as far as the reader may see them. */
  voices: number;
  /** How many wait to be read; none for whoever may not read them. */
  held: number;
  standing: 'planned' | 'open' | 'closed' | 'full';
}

/** Leads speak for their organizations, and so they invite others to speak. */
export function mayMakeLink(actor: SeatedActor): boolean {
  return actor.seat.lead;
}

export function listenPath(link: Pick<ListeningLink, 'token'>): string {
  return `/listen/${link.token}`;
}

/** What a link leaves to choose; one who asks only one side or one kind need not be asked for it. */
export function allowedBy<Choice extends string>(
  named: readonly Choice[],
  every: readonly Choice[],
): readonly Choice[] {
  return named.length === 0 ? every : every.filter((one) => named.includes(one));
}
