import { type CaucusKey, makeCaucusKey } from './caucus-key.ts';
import { linkKeys } from './key-chain.ts';
import { makePersonKey, type PersonKey } from './person-key.ts';
import type { Place } from './place.ts';
import { isStated, type Subject, stateRecipient } from './statements.ts';
import { wrapFor } from './wrap.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The caucus key, wrapped for one member, and that a member vouched for their public key. */
export interface Access {
  personId: string;
  recipient: string;
  wrapped: Uint8Array;
  statement: Bytes;
}

/** The same for whoever holds the printed recovery key. */
export interface Recovery {
  recoveryRecipient: string;
  recoveryWrapped: Uint8Array;
  recoveryStatement: Bytes;
}

/** A public key with what the members said about it. */
export interface Stated {
  recipient: string;
  statement: Bytes;
}

/** The key for one more member. */
export async function letIn(
  key: CaucusKey,
  place: Place,
  { personId, recipient }: { personId: string; recipient: string },
): Promise<Access> {
  return {
    personId,
    recipient,
    wrapped: await wrapFor(recipient, place, key),
    statement: await stateRecipient(key, place, `person ${personId}`, recipient),
  };
}

export async function recoverBy(
  key: CaucusKey,
  place: Place,
  recipient: string,
): Promise<Recovery> {
  return {
    recoveryRecipient: recipient,
    recoveryWrapped: await wrapFor(recipient, place, key),
    recoveryStatement: await stateRecipient(key, place, 'recovery', recipient),
  };
}

export interface FirstKey extends Recovery {
  generation: number;
  access: readonly Access[];
}

/** The first key of a caucus, or the first after all were lost; with it a recovery key to print. */
export async function makeFirstKey(
  place: Place,
  me: { personId: string; recipient: string },
  generation: number,
): Promise<{ made: FirstKey; recovery: PersonKey; key: CaucusKey }> {
  const recovery = await makePersonKey();
  const key = await makeCaucusKey(generation);
  const access = [await letIn(key, place, me)];
  const made = { generation, access, ...(await recoverBy(key, place, recovery.recipient)) };
  return { made, recovery, key };
}

export interface NextKey extends FirstKey {
  previous: Bytes;
  link: Bytes;
}

/**
 * The next key, for those who stay: only for public keys that a member vouched for with the key before.
 * @returns null when nobody vouched for the recovery key. `leftOut`: whoever must be let in again.
 */
export async function makeNextKey(
  place: Place,
  before: CaucusKey,
  staying: readonly ({ personId: string } & Stated)[],
  recovery: Stated,
): Promise<{ made: NextKey; key: CaucusKey; leftOut: readonly string[] } | null> {
  const stated = (subject: Subject, one: Stated) => isStated(before, place, subject, one);
  if (!(await stated('recovery', recovery))) return null;
  const key = await makeCaucusKey(before.generation + 1);
  const access: Access[] = [];
  const leftOut: string[] = [];
  for (const member of staying) {
    const known = await stated(`person ${member.personId}`, member);
    if (known) access.push(await letIn(key, place, member));
    else leftOut.push(member.personId);
  }
  const made = {
    generation: key.generation,
    access,
    ...(await linkKeys(place, before, key)),
    ...(await recoverBy(key, place, recovery.recipient)),
  };
  return { made, key, leftOut };
}
