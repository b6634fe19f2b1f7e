import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Proxies whose word about a visitor's address is believed: so many in a row, or those of these networks. */
export type TrustedProxies = { hops: number } | { networks: BlockList };

export const noProxies: TrustedProxies = { hops: 0 };

const mostHops = 10;

/** Reads `2` or `10.0.0.0/8, 192.0.2.7`; null when neither can be meant. */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  if (/^\d+$/.test(text.trim())) {
    const hops = Number(text);
    return hops <= mostHops ? { hops } : null;
  }
  const networks = new BlockList();
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', length, ...more] = part.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    const bits = family === 'ipv4' ? 32 : 128;
    if (isIP(address) === 0 || more.length > 0) return null;
    if (length !== undefined && !/^\d{1,3}$/.test(length)) return null;
    const prefix = length === undefined ? bits : Number(length);
    if (prefix > bits) return null;
    networks.addSubnet(address, prefix, family);
  }
  return { networks };
}

/**
 * The visitor's address, as what is counted: IPv6 by its network of 64 bits, because one device has
 * all of those. What X-Forwarded-For says is read from the right, and only as far as proxies that are
 * trusted wrote it: further left stands whatever a visitor made up.
 */
export function visitorAddress(
  { socket, forwardedFor }: { socket: string; forwardedFor: string | undefined },
  trusted: TrustedProxies,
): string {
  const known = addressIn(socket);
  if (known === null) return socket;
  // What cannot be an address hides everything to the left of it.
  let visitor = known;
  const named = (forwardedFor ?? '').split(',').reverse();
  for (const [place, text] of named.entries()) {
    const next = addressIn(text);
    if (next === null || !believes(trusted, visitor, place)) break;
    visitor = next;
  }
  return isIPv6(visitor) ? networkOf(visitor) : visitor;
}

function believes(trusted: TrustedProxies, proxy: string, place: number): boolean {
  if ('hops' in trusted) return place < trusted.hops;
  return trusted.networks.check(proxy, isIPv4(proxy) ? 'ipv4' : 'ipv6');
}

/** An address as proxies write it, perhaps with a port, a zone, or as IPv4 within IPv6. */
function addressIn(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/%.*$/, '');
  const within = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(bare)?.[1];
  const address = within ?? bare;
  return isIP(address) === 0 ? null : address;
}

function networkOf(address: string): string {
  // The browsers' own reading of an address writes it in its shortest form.
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}
