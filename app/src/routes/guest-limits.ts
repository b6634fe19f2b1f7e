import { type Counts, createThrottle } from '../platform/throttle.ts';
import { type Proof, proofMinutes } from '../prepare/listening/server.ts';

/** A whole classroom may share one address; a single device hardly says thirty things in ten minutes. */
const fromOnePlace = { of: 'voices from one place by one link', most: 30, minutes: 10 };
/** Whoever proves no work is read first, and a person has that time. */
const withoutProof = { of: 'voices without proof', most: 6, minutes: 10 };
/** Beyond this, voices by one link are read first; beyond the next, they have to wait. */
const byLink = { of: 'voices by one link', most: 200, minutes: 10 };
const byLinkAtAll = { of: 'voices by one link at all', most: 1000, minutes: 60 };
const once = { of: 'proof of work', most: 1, minutes: 2 * proofMinutes };

export interface Arriving {
  linkId: string;
  address: string;
  proof: Proof | null;
  at: Date;
}

export interface Arrival {
  /** From when on it may be tried again; null if it goes on now. */
  refusedUntil: Date | null;
  proved: boolean;
  /** So many came by this link that a person should look at them. */
  many: boolean;
}

/** Counts a voice that arrives by a link, and says what is to be done with it. */
export function guestLimits(counts: Counts) {
  const place = createThrottle(counts, fromOnePlace);
  const unproved = createThrottle(counts, withoutProof);
  const link = createThrottle(counts, byLink);
  const atAll = createThrottle(counts, byLinkAtAll);
  const proofs = createThrottle(counts, once);
  return async ({ linkId, address, proof, at: now }: Arriving): Promise<Arrival> => {
    // Counted from when it was given out, a proof is good once for as long as it is good at all.
    const proved = proof !== null && (await proofs.admit(proof.nonce, proof.madeAt));
    const key = `${linkId} ${address}`;
    const refusedUntil =
      (await place.refusedUntil(key, now)) ??
      (proved ? null : await unproved.refusedUntil(key, now)) ??
      (await atAll.refusedUntil(linkId, now));
    const many = refusedUntil === null && !(await link.admit(linkId, now));
    return { refusedUntil, proved, many };
  };
}
