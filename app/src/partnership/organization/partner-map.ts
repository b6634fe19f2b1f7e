import type { Constituency } from '../access/index.ts';
import type { SeatShown } from '../seat/index.ts';

export type PartnerLevel = 'state' | 'district' | 'school';

/** Who belongs at the table of each level. */
export const expectedAt: Readonly<Record<PartnerLevel, readonly Constituency[]>> = {
  state: ['administration', 'educators', 'support', 'board', 'families', 'community', 'university'],
  district: ['administration', 'educators', 'support', 'board', 'families', 'community'],
  school: ['administration', 'educators', 'support', 'families', 'students', 'community'],
};

export interface PlaceAtTable {
  siteId: string | null;
  name: string;
  level: PartnerLevel;
  present: readonly Constituency[];
  missing: readonly Constituency[];
}

/** For each place: which constituencies have somebody sitting there, and who is missing. */
export function partnerMap(
  sites: readonly { id: string; name: string; level: PartnerLevel; parentId: string | null }[],
  seats: readonly SeatShown[],
): PlaceAtTable[] {
  return sites.map((site) => {
    const atTop = site.parentId === null;
    const here = seats.filter(
      (seat) =>
        seat.holder !== null && (seat.siteId === site.id || (atTop && seat.siteId === null)),
    );
    const present = new Set(here.map((seat) => seat.constituency));
    return {
      siteId: site.id,
      name: site.name,
      level: site.level,
      present: expectedAt[site.level].filter((one) => present.has(one)),
      missing: expectedAt[site.level].filter((one) => !present.has(one)),
    };
  });
}
