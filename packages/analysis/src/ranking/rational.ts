import { AnalysisInputError } from '../errors.ts';

/** An exact number: numerator / denominator in lowest terms, denominator above zero. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator / denominator in lowest terms. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom === 1n) return { numerator: top, denominator: 1n };
  if (bottom === 0n) throw new AnalysisInputError('denominator', 'must not be zero');
  const divisor = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / divisor, denominator: bottom / divisor };
}

export const zero: Rational = { numerator: 0n, denominator: 1n };

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator);
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  return rational(numerator, a.denominator * b.denominator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * The nearest double, also where numerator or denominator are too large for one.
 * @checked against the quotient of exact doubles, property test.
 */
export function toNumber({ numerator, denominator }: Rational): number {
  const whole = Number(numerator);
  if (Number.isSafeInteger(whole) && denominator <= Number.MAX_SAFE_INTEGER) {
    return whole / Number(denominator);
  }
  const size = numerator < 0n ? -numerator : numerator;
  const excess = bitLength(size) - bitLength(denominator);
  const shift = 64 - excess;
  const scaled = shift >= 0 ? size << BigInt(shift) : size;
  const bottom = shift >= 0 ? denominator : denominator << BigInt(-shift);
  // A set last bit stands for the remainder, so that rounding sees that the quotient is not exact.
  const quotient = (scaled / bottom) | (scaled % bottom === 0n ? 0n : 1n);
  const value = Number(quotient) * 2 ** -shift;
  return numerator < 0n ? -value : value;
}

/** `19/6`, or `3` for a whole number. */
export function formatRational({ numerator, denominator }: Rational): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

/** Reads `3`, `-0.25`, `1e3` or `19/6` exactly; undefined when the text is none of these. */
export function parseRational(text: string): Rational | undefined {
  const fraction = /^([+-]?\d+)\/(\d+)$/.exec(text);
  if (fraction) {
    const denominator = BigInt(fraction[2]!);
    return denominator === 0n ? undefined : rational(BigInt(fraction[1]!), denominator);
  }
  const decimal = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!decimal || decimal[2]! + decimal[3]! === '') return undefined;
  const digits = BigInt(decimal[1]! + decimal[2]! + decimal[3]!);
  const exponent = Number(decimal[4] ?? 0) - decimal[3]!.length;
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent >= 0 ? rational(digits * power) : rational(digits, power);
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function bitLength(value: bigint): number {
  const hexadecimal = value.toString(16);
  return hexadecimal.length * 4 - (Math.clz32(Number.parseInt(hexadecimal[0]!, 16)) - 28);
}
