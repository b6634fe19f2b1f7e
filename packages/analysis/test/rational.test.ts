import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  formatRational,
  parseRational,
  rational,
  toNumber,
} from '../src/ranking/rational.ts';

test('the nearest double, for numbers that fit one and for huge fractions of them', () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-200, max: 1e200 });
  fc.assert(
    fc.property(double, fc.bigInt({ min: 1n, max: 10n ** 30n }), (value, factor) => {
      const exact = parseRational(value.toString())!;
      expect(toNumber(exact)).toBe(value);
      const { numerator, denominator } = exact;
      expect(toNumber({ numerator: -numerator * factor, denominator: denominator * factor })).toBe(
        -value,
      );
    }),
  );
});

test('texts are read exactly or not at all', () => {
  const shown = (text: string) => {
    const value = parseRational(text);
    return value && formatRational(value);
  };
  expect(['3', '-0.25', '1e3', '.5', '2.50E-1', '6/4'].map(shown)).toEqual([
    '3',
    '-1/4',
    '1000',
    '1/2',
    '1/4',
    '3/2',
  ]);
  expect(['', '.', 'x', '1/0', '1,5', '0x10'].map(shown)).toEqual(Array(6).fill(undefined));
});

test('comparison is exact where doubles are not', () => {
  expect(compare(rational(10n ** 20n + 1n, 10n ** 20n), rational(1))).toBe(1);
  expect(compare(rational(1, -3), rational(-1, 3))).toBe(0);
  expect(() => rational(1, 0)).toThrow('denominator');
});
