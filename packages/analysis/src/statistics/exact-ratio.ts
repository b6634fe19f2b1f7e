/** The quotient of two non-negative whole numbers of any size, to the last digit of a double. */
export function exactRatio(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const shift = BigInt(Math.max(0, 1100 - bitLength(numerator) + bitLength(denominator)));
  const scaled = (numerator << shift) / denominator;
  const excess = Math.max(0, bitLength(scaled) - 64);
  return Number(scaled >> BigInt(excess)) * 2 ** (excess - Number(shift));
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}
