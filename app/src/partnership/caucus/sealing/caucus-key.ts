import { toBase64 } from './base64.ts';

/** One of the keys that a caucus has had, the first is generation 1. */
export interface CaucusKey {
  generation: number;
  raw: Uint8Array<ArrayBuffer>;
  /** Tells two keys apart without giving either away. */
  id: string;
  aes: CryptoKey;
}

export const rawKeyBytes = 32;

export function makeCaucusKey(generation: number): Promise<CaucusKey> {
  return caucusKeyOf(crypto.getRandomValues(new Uint8Array(rawKeyBytes)), generation);
}

export async function caucusKeyOf(
  raw: Uint8Array<ArrayBuffer>,
  generation: number,
): Promise<CaucusKey> {
  if (raw.length !== rawKeyBytes) throw new RangeError('This is no key of a caucus.');
  const label = new TextEncoder().encode('concord caucus key');
  const labelled = new Uint8Array([...label, ...raw]);
  const id = toBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', labelled)));
  const aes = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  return { generation, raw, id, aes };
}
