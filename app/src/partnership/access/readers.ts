import type { Constituency } from './constituency.ts';

/** A person who acts from a seat today: its holder, or an alternate while they stand in. */
export interface ReadingPerson {
  name: string;
  standsIn: boolean;
}

export interface ReadingSeat {
  title: string;
  people: readonly ReadingPerson[];
}

export interface ReadingOrganization {
  id: string;
  name: string;
  constituency: Constituency;
  /** How many people act from its seats today, each counted once. */
  people: number;
  /** The seats by name, where only some of the table may read; empty where everyone with a seat may. */
  seats: readonly ReadingSeat[];
}

/** Who can read a record now, as the database's policies have it: terms that run today, alternates too. */
export interface Readers {
  visibleTo: string;
  /** The team or the organization behind it. */
  body: string;
  /** In the order of the table. Empty for a visitor, who is told no names. */
  organizations: readonly ReadingOrganization[];
  /** Sides of this table for whom nobody can read it. */
  without: readonly Constituency[];
}

/** How many seats the record is kept to: the members of a team. */
export function seatsIn({ organizations }: Readers): number {
  return organizations.reduce((count, { seats }) => count + seats.length, 0);
}
