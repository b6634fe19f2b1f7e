/** `either`: ideal 1 when at least one end is core. `coreOnly`: core pairs 1, periphery pairs 0, others left out. */
export type CoreIdeal = 'either' | 'coreOnly';

/** Correlation with the ideal from the size of the core and the ties inside core and periphery; NaN when undefined. */
export type CoreScore = (size: number, inCore: number, inPeriphery: number) => number;

/** Cores that share the best correlation. */
export interface BestCores {
  readonly correlation: number;
  readonly cores: readonly (readonly number[])[];
}

/** Pearson correlation of two 0/1 variables from their counts. */
export function correlationWithIdeal(ideal: CoreIdeal, n: number, ties: number): CoreScore {
  const pairsOf = (size: number) => (size * (size - 1)) / 2;
  if (ideal === 'either') {
    const pairs = pairsOf(n);
    return (size, _inCore, inPeriphery) => {
      const ones = pairs - pairsOf(n - size);
      return phi(pairs, ones, ties, ties - inPeriphery);
    };
  }
  return (size, inCore, inPeriphery) => {
    const ones = pairsOf(size);
    return phi(ones + pairsOf(n - size), ones, inCore + inPeriphery, inCore);
  };
}

function phi(pairs: number, ones: number, ties: number, both: number): number {
  const spread = (pairs * ones - ones ** 2) * (pairs * ties - ties ** 2);
  return spread > 0 ? (pairs * both - ones * ties) / Math.sqrt(spread) : Number.NaN;
}
