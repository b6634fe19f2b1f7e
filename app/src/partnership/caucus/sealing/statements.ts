import type { CaucusKey } from './caucus-key.ts';
import { type Place, partsOf } from './place.ts';
import { NotAuthentic, seal, unseal } from './seal.ts';

/**
 * What a member said with the caucus key in hand. The server cannot make or change one, so a key that
 * it slips in is wrapped for by nobody.
 */
export type Subject = `person ${string}` | 'recovery';

/** "The public key of this person (or of the recovery sheet) is this one." */
export function stateRecipient(
  key: CaucusKey,
  place: Place,
  subject: Subject,
  recipient: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return seal(key.aes, [...partsOf(place), key.generation, 'recipient', subject], recipient);
}

export async function isStated(
  key: CaucusKey,
  place: Place,
  subject: Subject,
  { recipient, statement }: { recipient: string; statement: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const about = [...partsOf(place), key.generation, 'recipient', subject];
  return (await orNull(unseal(key.aes, about, statement))) === recipient;
}

/** What was not sealed so reads as null. */
export async function orNull(opened: Promise<string>): Promise<string | null> {
  try {
    return await opened;
  } catch (error) {
    if (error instanceof NotAuthentic) return null;
    throw error;
  }
}
