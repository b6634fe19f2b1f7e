import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { addressFor, readEnvironment } from './environment.ts';

const sentences = (source: Record<string, string>) => {
  try {
    readEnvironment(source);
  } catch (error) {
    return (error as Error).message.split('\n');
  }
  return [];
};

test('nothing set, or set to nothing, gives the defaults', () => {
  const environment = readEnvironment({ PORT: '', DATABASE_URL: '' });
  expect(environment).toMatchObject({ host: '127.0.0.1', port: 3000, logLevel: 'info' });
  expect(environment.databaseUrl).toBeUndefined();
  expect(environment.baseUrl).toBe('http://127.0.0.1:3000');
  expect(isAbsolute(environment.dataFolder) && environment.dataFolder.endsWith('/data')).toBe(true);
});

test('every value that cannot be meant has a sentence of its own', () => {
  expect(sentences({ PORT: '70000', HOST: 'a b', LOG_LEVEL: 'loud' })).toEqual([
    'HOST must be a host name or an address such as 127.0.0.1 or 0.0.0.0. “a b” is not.',
    'PORT must be a number from 0 to 65535. “70000” is not.',
    'LOG_LEVEL must be one of debug, info, warn, error, silent. “loud” is not.',
  ]);
});

test('nobody is believed about a visitor until the operator says who', () => {
  expect(readEnvironment({}).trustedProxies).toEqual({ hops: 0 });
  expect(readEnvironment({ CONCORD_TRUSTED_PROXIES: '1' }).trustedProxies).toEqual({ hops: 1 });
  expect(sentences({ CONCORD_TRUSTED_PROXIES: 'everybody' })).toEqual([
    'CONCORD_TRUSTED_PROXIES must be how many proxies stand in front (1), or their networks (10.0.0.0/8, 192.0.2.7). “everybody” is not.',
  ]);
});

test('an address that may hold a password is never shown', () => {
  const [sentence] = sentences({ DATABASE_URL: 'mysql://me:hidden-word@host/db' });
  expect(sentence).toMatch(/^DATABASE_URL must be an address such as postgres:/);
  expect(sentence).not.toContain('hidden-word');
});

test('the address to type has no slash at the end and brackets where they belong', () => {
  expect(readEnvironment({ CONCORD_URL: 'https://concord.example.org/' }).baseUrl).toBe(
    'https://concord.example.org',
  );
  expect(addressFor('::1', 80)).toBe('http://[::1]:80');
  expect(addressFor('0.0.0.0', 80)).toBe('http://localhost:80');
});

test('the district’s sign-in is set up whole, by https, or not at all', () => {
  const whole = {
    CONCORD_OIDC_ISSUER: 'https://login.lakeview.example',
    CONCORD_OIDC_CLIENT_ID: 'concord',
    CONCORD_OIDC_CLIENT_SECRET: 'hidden-word',
  };
  expect(readEnvironment({}).district).toBeNull();
  expect(readEnvironment(whole).district).toEqual({
    issuer: 'https://login.lakeview.example',
    clientId: 'concord',
    clientSecret: 'hidden-word',
    name: 'login.lakeview.example',
  });
  const [partly] = sentences({ ...whole, CONCORD_OIDC_CLIENT_ID: '' });
  expect(partly).toContain('together');
  const [open] = sentences({ ...whole, CONCORD_OIDC_ISSUER: 'http://login.lakeview.example' });
  expect(open).toContain('must begin with https://');
  expect(`${partly}${open}`).not.toContain('hidden-word');
});
