/**
 * Whether a share is above one half: z with one success and one trial added,
 * 2 sqrt(n + 1) ((s + 1) / (n + 1) - 1/2).
 * @param successes  Whole number, 0 to `trials`.
 * @param trials  Whole number >= 0.
 * @returns z; 1 when there are no trials. One-sided 90 % at 1.2816.
 * @checked against numpy, and published Polis results.
 */
export function proportionZ(successes: number, trials: number): number {
  return 2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5);
}

/** One-sided 90 % point of the normal distribution, as the published method rounds it. */
export const oneSided90 = 1.2816;
