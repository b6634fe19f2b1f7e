import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { derivedSecrets, storedSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a stored secret stays the same, and only its owner can read the file', () => {
  const first = storedSecrets(folder)('session');
  expect(storedSecrets(folder)('session')).toBe(first);
  expect(storedSecrets(folder)('other')).not.toBe(first);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('processes that share a database derive the same secrets without a common folder', () => {
  const [one, two] = [derivedSecrets('word', 'district'), derivedSecrets('word', 'district')];
  expect(one('session')).toBe(two('session'));
  expect(one('session')).not.toBe(one('postgres-app'));
  expect(one('session')).not.toBe(derivedSecrets('word', 'another')('session'));
  expect(one('session')).not.toBe(derivedSecrets('other', 'district')('session'));
});
