/** Events out of people, pooled over schools that differ among themselves. */
export type PooledRate = {
  readonly schools: number;
  readonly events: number;
  readonly people: number;
  readonly rate: number;
  /** Variance of the logarithm of the rate. */
  readonly logVariance: number;
  readonly degreesOfFreedom: number;
};

/**
 * The variance is at least this share of what chance among people alone would make it. Set by
 * simulation: the whole of it would make intervals of few schools cover 98 % instead of 95 %.
 */
const LEAST_SHARE_OF_CHANCE = 0.3;

/**
 * Pools counts of schools into one rate. Its variance comes from how much the schools differ; few
 * schools that happen to be alike do not make it vanish.
 * @param counts  For each school: people, above 0, and events among them; at least two schools and
 *   one event.
 * @source Ratio estimator with the leverage correction and degrees of freedom of Bell & McCaffrey
 *   2002, Survey Methodology 28(2):169-181, for a variance in proportion to the people of a school.
 */
export function pooledRate(
  counts: readonly { readonly events: number; readonly people: number }[],
): PooledRate {
  const people = counts.reduce((sum, each) => sum + each.people, 0);
  const events = counts.reduce((sum, each) => sum + each.events, 0);
  const rate = events / people;
  let between = 0;
  let [squares, cross, own] = [0, 0, 0];
  for (const each of counts) {
    const rest = 1 - each.people / people;
    between += (each.events - rate * each.people) ** 2 / rest;
    squares += each.people ** 2;
    cross += each.people ** 2 / (people * rest);
    own += (each.people ** 2 / (people * rest)) ** 2;
  }
  const seen = between / people ** 2;
  const chance = (rate * (1 - rate)) / people;
  return {
    schools: counts.length,
    events,
    people,
    rate,
    logVariance: Math.max(seen, LEAST_SHARE_OF_CHANCE * chance) / rate ** 2,
    degreesOfFreedom: people ** 2 / (squares + cross ** 2 - own),
  };
}
