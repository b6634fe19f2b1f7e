import type { Interval } from '../statistics/regression/coefficient.ts';

/**
 * How strongly a page may speak of the contrast.
 * `clearly-higher`, `clearly-lower`: the whole interval is a difference worth having.
 * `higher`, `lower`: the interval excludes no difference.
 * `about-the-same`: the whole interval is smaller than a difference worth having.
 * `cannot-tell`: the interval holds both.
 * `no-claim`: the schools compared are too unlike to hold poverty equal.
 */
export type AchievementWording =
  | 'clearly-higher'
  | 'higher'
  | 'about-the-same'
  | 'cannot-tell'
  | 'lower'
  | 'clearly-lower'
  | 'no-claim';

export function achievementWording(
  { low, high }: Interval,
  worthHaving: number,
  comparable: boolean,
): AchievementWording {
  if (!comparable) return 'no-claim';
  if (low >= worthHaving) return 'clearly-higher';
  if (high <= -worthHaving) return 'clearly-lower';
  if (low > 0) return 'higher';
  if (high < 0) return 'lower';
  return low > -worthHaving && high < worthHaving ? 'about-the-same' : 'cannot-tell';
}
