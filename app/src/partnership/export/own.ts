/** One row of what is kept about a person; the partnership is empty for the account itself. */
export interface OwnRow {
  partnership: string;
  table: string;
  key: string;
  content: string;
}

/** A partnership where somebody sits or sat. */
export interface OwnPartnership {
  id: string;
  name: string;
  personName: string;
  /** The seat that was theirs last. */
  seat: string;
  /** Why their name stays; null when it can go. */
  hindrance: 'seated' | 'held' | null;
}
