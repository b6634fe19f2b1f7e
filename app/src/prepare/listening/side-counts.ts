export interface SideCount {
  constituency: string | null;
  voices: number;
}

/** Fewer than this from one side are not counted apart: a small number begins to point at people. */
export const fewestOfSide = 5;

/** Sides that enough people spoke from, the most first; all others together. */
export function sideCountsShown(counts: readonly SideCount[]): {
  sides: { constituency: string; voices: number }[];
  others: number;
} {
  const shown = counts.flatMap(({ constituency, voices }) =>
    constituency !== null && voices >= fewestOfSide ? [{ constituency, voices }] : [],
  );
  const all = counts.reduce((sum, { voices }) => sum + voices, 0);
  return {
    sides: shown.sort((a, b) => b.voices - a.voices),
    others: all - shown.reduce((sum, { voices }) => sum + voices, 0),
  };
}
