import type { CaucusSpace, Standing } from './caucus.ts';
import { standingIn } from './caucus.ts';
import { toBase64 } from './sealing/base64.ts';

/** What the page tells its script: ciphertext, wrapped and public keys, names and seats. */
export interface CaucusFacts {
  partnershipId: string;
  organizationId: string;
  personId: string;
  /** Where forms go: `/p/<slug>/caucus`. */
  base: string;
  generation: number;
  standing: Standing;
  keyIsStale: boolean;
  generations: readonly { generation: number; previous: string | null; link: string | null }[];
  recovery: { recipient: string; wrapped: string; statement: string } | null;
  people: readonly {
    personId: string;
    name: string;
    recipient: string | null;
    access: { wrapped: string; statement: string } | null;
  }[];
  privateKey: { byPassphrase: string; passkey: string | null; byPasskey: string | null } | null;
}

export function factsOf(space: CaucusSpace, base: string): CaucusFacts {
  const { partnershipId, organizationId, personId, generation, keyIsStale } = space;
  const newest = space.generations.at(-1);
  const orNull = (bytes: Uint8Array | null) => bytes && toBase64(bytes);
  return {
    partnershipId,
    organizationId,
    personId,
    base,
    generation,
    standing: standingIn(space),
    keyIsStale,
    generations: space.generations.map((each) => ({
      generation: each.generation,
      previous: orNull(each.previous),
      link: orNull(each.link),
    })),
    recovery: newest
      ? {
          recipient: newest.recoveryRecipient,
          wrapped: toBase64(newest.recoveryWrapped),
          statement: toBase64(newest.recoveryStatement),
        }
      : null,
    people: space.people.map(({ personId, name, recipient, access }) => ({
      personId,
      name,
      recipient,
      access: access && {
        wrapped: toBase64(access.wrapped),
        statement: toBase64(access.statement),
      },
    })),
    privateKey: space.privateKey && {
      byPassphrase: toBase64(space.privateKey.byPassphrase),
      passkey: space.privateKey.passkey,
      byPasskey: orNull(space.privateKey.byPasskey),
    },
  };
}
