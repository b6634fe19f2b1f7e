import type { SeatedActor } from '../../partnership/access/index.ts';

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
}

export interface ListeningLinkRow extends ListeningLink {
  siteName: string | null;
  /** How many voices came by it, as far as the reader may see them. */
  voices: number;
  standing: 'planned' | 'open' | 'closed';
}

/** Leads speak for their organizations, and so they invite others to speak. */
export function mayMakeLink(actor: SeatedActor): boolean {
  return actor.seat.lead;
}

export function listenPath(link: Pick<ListeningLink, 'token'>): string {
  return `/listen/${link.token}`;
}
