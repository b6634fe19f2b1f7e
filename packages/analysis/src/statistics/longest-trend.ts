/**
 * Points in the longest stretch that only rises or only falls; a repeat of the point before it is
 * left out. Shown for readers who know the trend rule: it is never a signal here, because random
 * data breaks it far too often (Davis & Woodall 1988; Anhoej & Olesen 2014).
 * @complexity O(n)
 */
export function longestTrend(values: readonly number[]): number {
  if (values.length === 0) return 0;
  let best = 1;
  let current = 1;
  let direction = 0;
  for (let i = 1; i < values.length; i += 1) {
    const step = Math.sign(values[i]! - values[i - 1]!);
    if (step === 0) continue;
    current = step === direction ? current + 1 : 2;
    direction = step;
    best = Math.max(best, current);
  }
  return best;
}
