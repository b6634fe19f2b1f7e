import type { SeatColour } from '../../ui/tokens.ts';

/** The eight sides of the table, in the order in which they sit around it. */
export const constituencies = [
  'administration',
  'educators',
  'support',
  'board',
  'families',
  'community',
  'students',
  'university',
] as const;

export type Constituency = (typeof constituencies)[number];

/** The place in the palette, 1 to 8. */
export function colourOf(constituency: Constituency): SeatColour {
  return (constituencies.indexOf(constituency) + 1) as SeatColour;
}
