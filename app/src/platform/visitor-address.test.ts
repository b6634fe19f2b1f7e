import { describe, expect, it } from 'vitest';
import { noProxies, parseTrustedProxies, visitorAddress } from './visitor-address.ts';

const visitor = (trusted: string, socket: string, forwardedFor?: string) =>
  visitorAddress({ socket, forwardedFor }, parseTrustedProxies(trusted) ?? noProxies);

describe("a visitor's address", () => {
  it('is the one at the other end of the wire, whatever a header says', () => {
    const forged = { socket: '198.51.100.9', forwardedFor: '203.0.113.1, 127.0.0.1' };
    expect(visitorAddress(forged, noProxies)).toBe('198.51.100.9');
    expect(visitor('0', '198.51.100.9', '203.0.113.1')).toBe('198.51.100.9');
  });

  it.each([
    ['1', '203.0.113.1'],
    ['1', 'made.up, 203.0.113.1'],
    ['1', '127.0.0.1, 10.0.0.1, 203.0.113.1'],
    ['2', '6.6.6.6, 203.0.113.1, 10.0.0.2'],
    ['2', '203.0.113.1'],
  ])('is counted %s from the right of "%s"', (hops, header) => {
    expect(visitor(hops, '10.0.0.1', header)).toBe('203.0.113.1');
  });

  it.each([
    ['10.0.0.0/8', '203.0.113.1'],
    ['10.0.0.0/8', '6.6.6.6, 203.0.113.1, 10.3.3.3'],
    ['10.0.0.0/8 192.0.2.7', '203.0.113.1, 192.0.2.7'],
  ])('is the first from the right that is not in %s: "%s"', (networks, header) => {
    expect(visitor(networks, '10.0.0.1', header)).toBe('203.0.113.1');
  });

  it('believes no header from anywhere but a trusted network', () => {
    expect(visitor('10.0.0.0/8', '198.51.100.9', '203.0.113.1')).toBe('198.51.100.9');
    expect(visitor('10.0.0.0/8', '198.51.100.9', '203.0.113.1, 10.0.0.1')).toBe('198.51.100.9');
  });

  it('does not step over what is no address', () => {
    expect(visitor('2', '10.0.0.1', '203.0.113.1, <script>')).toBe('10.0.0.1');
    expect(visitor('1', '10.0.0.1', '')).toBe('10.0.0.1');
    expect(visitor('1', '10.0.0.1', 'unknown')).toBe('10.0.0.1');
    expect(visitor('1', '10.0.0.1', ','.repeat(5000))).toBe('10.0.0.1');
  });

  it('reads ports, brackets and IPv4 written as IPv6', () => {
    expect(visitor('1', '::ffff:10.0.0.1', '203.0.113.1:5123')).toBe('203.0.113.1');
    expect(visitor('1', '10.0.0.1', '[2001:db8:1:2:3:4:5:6]:443')).toBe('2001:db8:1:2::/64');
    expect(visitor('10.0.0.1', '::ffff:10.0.0.1', '203.0.113.1')).toBe('203.0.113.1');
  });

  it('is a network of 64 bits for IPv6', () => {
    expect(visitor('0', '2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2::/64');
    expect(visitor('0', '2001:db8:1:2:bbbb::7')).toBe('2001:db8:1:2::/64');
    expect(visitor('0', '2001:DB8:1:3::7')).toBe('2001:db8:1:3::/64');
    expect(visitor('0', 'fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(visitor('0', '::1')).toBe('0:0:0:0::/64');
    expect(visitor('0', '::ffff:198.51.100.9')).toBe('198.51.100.9');
  });
});

it('tells proxies that cannot be meant', () => {
  for (const text of ['11', '-1', 'proxy', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/x', '::1/129'])
    expect(parseTrustedProxies(text)).toBeNull();
});
