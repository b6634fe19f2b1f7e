import type { Interval } from '../statistics/regression/coefficient.ts';

/**
 * How strongly a page may speak of a ratio of turnover rates.
 * `higher`, `lower`: the interval excludes 1. `about-the-same`: the whole interval is between 4/5 and
 * 5/4. `no-difference-shown`: neither.
 */
export type RatioWording = 'higher' | 'lower' | 'about-the-same' | 'no-difference-shown';

export function ratioWording({ low, high }: Interval): RatioWording {
  if (low > 1) return 'higher';
  if (high < 1) return 'lower';
  return low > 0.8 && high < 1.25 ? 'about-the-same' : 'no-difference-shown';
}
