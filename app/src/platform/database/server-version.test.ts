import { expect, test } from 'vitest';
import { OperatorError } from '../errors.ts';
import { requireSupportedVersion, versionText } from './server-version.ts';

test('PostgreSQL 15 and newer are good enough', () => {
  for (const number of [150_000, 150_018, 180_004, 200_000])
    expect(() => requireSupportedVersion(number)).not.toThrow();
});

test.each([
  [140_020, '14.20'],
  [90_624, '9.6.24'],
])('an older one is refused by its name (%i)', (number, name) => {
  expect(versionText(number)).toBe(name);
  expect(() => requireSupportedVersion(number)).toThrow(
    new OperatorError(
      `DATABASE_URL leads to PostgreSQL ${name}, and Concord needs PostgreSQL 15 or newer.`,
    ),
  );
});
