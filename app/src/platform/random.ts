import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';

/** The only source of randomness in the product. */
export type Random = {
  bytes(count: number): Uint8Array;
  /** UUID version 7: ordered by the clock's time, unguessable in the rest. */
  uuid(): string;
  /** Uniform in [0, 1). */
  number(): number;
};

export function systemRandom(clock: Clock): Random {
  return randomFrom((count) => randomBytes(count), clock);
}

/** The same seed gives the same sequence: for tests and the demo, never for secrets. */
export function seededRandom(seed: string, clock: Clock): Random {
  let block = 0;
  return randomFrom((count) => {
    const parts: Buffer[] = [];
    for (let have = 0; have < count; have += 32) {
      parts.push(createHash('sha256').update(`${seed}:${block}`).digest());
      block += 1;
    }
    return Buffer.concat(parts).subarray(0, count);
  }, clock);
}

function randomFrom(bytes: (count: number) => Buffer, clock: Clock): Random {
  return {
    bytes: (count) => new Uint8Array(bytes(count)),
    uuid: () => uuidVersion7(clock.now().getTime(), bytes(10)),
    number: () => Number(bytes(8).readBigUInt64BE() >> 11n) / 2 ** 53,
  };
}

/** RFC 9562, section 5.7: 48 bits of Unix milliseconds, then version, variant and 74 random bits. */
function uuidVersion7(unixMilliseconds: number, random: Buffer): string {
  const value = Buffer.alloc(16);
  value.writeUIntBE(unixMilliseconds, 0, 6);
  random.copy(value, 6);
  value[6] = 0x70 | (value[6]! & 0x0f);
  value[8] = 0x80 | (value[8]! & 0x3f);
  const hex = value.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
