/** Who can see a record: one text, compared by the database's policies with the actor's audiences. */
export type Visibility =
  | 'public'
  | 'partnership'
  | `team:${string}`
  | `caucus:${string}`
  | `person:${string}`;

export type VisibilitySort = 'public' | 'partnership' | 'team' | 'caucus' | 'person';

export function sortOf(visibleTo: string): VisibilitySort {
  return visibleTo.split(':', 1)[0] as VisibilitySort;
}

/** The id behind `team:`, `caucus:` or `person:`. */
export function bodyOf(visibleTo: string): string | null {
  return visibleTo.split(':')[1] ?? null;
}
