import { logGamma } from '../distribution/log-gamma.ts';
import type { Count } from './proportion-intervals.ts';
import { checkCount } from './proportion-intervals.ts';

/** Tables whose probability differs by no more than rounding count as equally likely. */
const SAME = 1 + 1e-7;

/**
 * Fisher's exact test of two rates, two-sided: the probability of all tables with these margins that
 * are no likelier than the one seen.
 * @complexity O(n) for n events.
 * @source Fisher 1935, JRSS 98:39-82.
 * @checked against R fisher.test.
 */
export function fisherExact(a: Count, b: Count): number {
  checkCount('exposed', a);
  checkCount('unexposed', b);
  const events = a.events + b.events;
  const least = Math.max(0, events - b.of);
  const most = Math.min(events, a.of);
  const likelihoods = [];
  let seen = 0;
  const top = logWays(a, b, a.events);
  for (let k = least; k <= most; k += 1) likelihoods.push(Math.exp(logWays(a, b, k) - top));
  const total = likelihoods.reduce((sum, value) => sum + value, 0);
  for (const value of likelihoods) if (value <= SAME) seen += value;
  return Math.min(1, seen / total);
}

/** Logarithm of the ways to have k of the events in the first group, up to a constant. */
function logWays(a: Count, b: Count, k: number): number {
  const rest = a.events + b.events - k;
  return -(
    logGamma(k + 1) +
    logGamma(a.of - k + 1) +
    logGamma(rest + 1) +
    logGamma(b.of - rest + 1)
  );
}
