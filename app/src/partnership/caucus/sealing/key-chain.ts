import { fromBase64, toBase64 } from './base64.ts';
import { type CaucusKey, caucusKeyOf } from './caucus-key.ts';
import { type Place, partsOf } from './place.ts';
import { seal, unseal } from './seal.ts';
import { orNull } from './statements.ts';

/** What the server keeps between one generation and the one before it. */
export interface ChainLink {
  generation: number;
  /** The key before, sealed with this one. Null where the caucus was begun (again). */
  previous: Uint8Array<ArrayBuffer> | null;
  /** This key's id, sealed with the one before. */
  link: Uint8Array<ArrayBuffer> | null;
}

/** Every key that a member has by the newest one. */
export interface KeyChain {
  newest: CaucusKey;
  keys: ReadonlyMap<number, CaucusKey>;
  /** The oldest generation from which each key was made by somebody who had the one before. */
  unbrokenSince: number;
}

const aboutPrevious = (place: Place, generation: number) =>
  [...partsOf(place), generation, 'previous key'] as const;
const aboutLink = (place: Place, generation: number) =>
  [...partsOf(place), generation, 'next key'] as const;

/** Ties a new key to the one before: each opens or vouches for the other. */
export async function linkKeys(
  place: Place,
  before: CaucusKey,
  next: CaucusKey,
): Promise<{ previous: Uint8Array<ArrayBuffer>; link: Uint8Array<ArrayBuffer> }> {
  return {
    previous: await seal(next.aes, aboutPrevious(place, next.generation), toBase64(before.raw)),
    link: await seal(before.aes, aboutLink(place, next.generation), next.id),
  };
}

/** Walks back from the newest key as far as keys open one another. */
export async function openChain(
  place: Place,
  links: readonly ChainLink[],
  newest: CaucusKey,
): Promise<KeyChain> {
  const keys = new Map([[newest.generation, newest]]);
  let unbrokenSince = newest.generation;
  let at = newest;
  for (;;) {
    const here = links.find(({ generation }) => generation === at.generation);
    if (!here?.previous || !here.link) break;
    const about = aboutPrevious(place, at.generation);
    const raw = await orNull(unseal(at.aes, about, here.previous));
    if (raw === null) break;
    const before = await caucusKeyOf(fromBase64(raw), at.generation - 1);
    const said = await orNull(unseal(before.aes, aboutLink(place, at.generation), here.link));
    keys.set(before.generation, before);
    if (said === at.id && unbrokenSince === at.generation) unbrokenSince = before.generation;
    at = before;
  }
  return { newest, keys, unbrokenSince };
}
