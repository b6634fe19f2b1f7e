import { Decrypter, Encrypter } from 'age-encryption';
import { fromBase64, toBase64 } from './base64.ts';
import { type CaucusKey, caucusKeyOf } from './caucus-key.ts';
import type { PersonKey } from './person-key.ts';
import { type Place, partsOf } from './place.ts';

/** The caucus key in an age file that one person (or the recovery key) opens. It says whose it is. */
export async function wrapFor(
  recipient: string,
  place: Place,
  key: CaucusKey,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(JSON.stringify([...partsOf(place), key.generation, toBase64(key.raw)]));
}

/** Null when it was wrapped for somebody else, or is the key of another caucus or generation. */
export async function unwrap(
  wrapped: Uint8Array,
  { identity }: PersonKey,
  place: Place,
  generation: number,
): Promise<CaucusKey | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const text = await decrypter.decrypt(wrapped, 'text').catch(() => null);
  if (text === null) return null;
  const [partnershipId, organizationId, wrappedGeneration, raw] = JSON.parse(text) as unknown[];
  const fits =
    partnershipId === place.partnershipId &&
    organizationId === place.organizationId &&
    wrappedGeneration === generation;
  return fits ? caucusKeyOf(fromBase64(String(raw)), generation) : null;
}
