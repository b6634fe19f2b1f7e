import { expect, test } from 'vitest';
import { seededRandom } from '../../../platform/random.ts';
import { base32, codeOf, matchingStep, setupAddress, stepAt } from './one-time-code.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code.ts';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, the rows for SHA-1, of whose eight digits an app shows the last six.
test.each([
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
])('the code at second %i is that of RFC 6238', (seconds, expected) => {
  expect(codeOf(secret, stepAt(new Date(seconds * 1000)))).toBe(expected.slice(-6));
});

// RFC 4226, appendix D.
test('the first ten codes are those of RFC 4226', () => {
  expect(Array.from({ length: 10 }, (_, counter) => codeOf(secret, counter))).toEqual([
    ...['755224', '287082', '359152', '969429', '338314'],
    ...['254676', '287922', '162583', '399871', '520489'],
  ]);
});

test('a code fits its own step and one on either side', () => {
  const at = new Date('2026-11-22T12:00:10Z');
  const step = stepAt(at);
  expect(
    [-2, -1, 0, 1, 2].map((away) => matchingStep(secret, codeOf(secret, step + away), at)),
  ).toEqual([null, step - 1, step, step + 1, null]);
  expect(matchingStep(secret, '12345', at)).toBeNull();
  expect(matchingStep(secret, 'abcdef', at)).toBeNull();
});

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('“%s” in base 32 is %s', (text, expected) => {
  expect(base32(Buffer.from(text))).toBe(expected);
});

test('the address for the app names the account and the installation', () => {
  const address = new URL(setupAddress(secret, 'ana@test.example', 'concord.example'));
  expect(address.protocol).toBe('otpauth:');
  expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(address.searchParams.get('issuer')).toBe('Concord concord.example');
});

test('ten recovery codes differ, can be read aloud, and are told apart by account', () => {
  const clock = { now: () => new Date('2026-11-22T12:00:00Z') };
  const codes = newRecoveryCodes(seededRandom('codes', clock));
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/);
  const [code = ''] = codes;
  const hash = recoveryCodeHash('a key', 'ana', code);
  expect(recoveryCodeHash('a key', 'ana', code.toUpperCase().replaceAll('-', ' '))).toEqual(hash);
  expect(recoveryCodeHash('a key', 'bob', code)).not.toEqual(hash);
  expect(recoveryCodeHash('another key', 'ana', code)).not.toEqual(hash);
});
