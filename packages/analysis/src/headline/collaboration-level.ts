export type CollaborationLevel = 'low' | 'middle' | 'high';

/**
 * Sorts schools into the lowest part, the highest part and those between.
 * @param scores  A collaboration score for each school, any unit, finite.
 * @param share  Part of the schools at each end, above 0 and at most 1/2; equal scores stay together.
 * @returns one level for each score; all `middle` when the scores do not tell schools apart.
 */
export function collaborationLevels(
  scores: readonly number[],
  share: number,
): CollaborationLevel[] {
  const sorted = Float64Array.from(scores).sort();
  const atEachEnd = Math.floor(share * sorted.length + 1e-9);
  if (atEachEnd === 0) return scores.map(() => 'middle');
  const low = sorted[atEachEnd - 1]!;
  const high = sorted[sorted.length - atEachEnd]!;
  const between = low < high ? 'middle' : levelOfTie(low, sorted[0]!, sorted.at(-1)!);
  return scores.map((score) => {
    if (score <= low && score < high) return 'low';
    if (score >= high && score > low) return 'high';
    return score < low ? 'low' : between;
  });
}

/** Where the schools go whose score lies across both ends: to the end that they themselves make up. */
function levelOfTie(score: number, least: number, most: number): CollaborationLevel {
  if (least === most) return 'middle';
  if (score === least) return 'low';
  return score === most ? 'high' : 'middle';
}
