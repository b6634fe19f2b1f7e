import { type Challenge, createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { Ctx } from '../../partnership/access/server.ts';

/**
 * What a device does before it speaks: it searches for the one of so many keys that was meant, each of
 * them dear to derive. A phone does that while somebody types; a script that floods pays for each voice.
 */
const work = { algorithm: 'PBKDF2/SHA-256', cost: 5000, fewest: 300, most: 600 } as const;

/** For so long after it was given out a task may be solved, once. */
export const proofMinutes = 60;

/** A task for this link, signed so that its solution is checked without keeping it. */
export function makeChallenge(ctx: Ctx, linkId: string): Promise<Challenge> {
  const { algorithm, cost, fewest, most } = work;
  const madeAt = Math.floor(ctx.clock.now().getTime() / 1000);
  return createChallenge({
    algorithm,
    cost,
    counter: fewest + Math.floor(ctx.random.number() * (most - fewest)),
    data: { link: linkId, madeAt },
    deriveKey,
    ...secretsOf(ctx),
  });
}

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      nonce: z.string().max(200),
      algorithm: z.literal(work.algorithm),
      cost: z.literal(work.cost),
      salt: z.string().max(200),
      keyLength: z.literal(32),
      keyPrefix: z.string().max(100),
      keySignature: z.string().max(200),
      data: z.object({ link: z.string().max(100), madeAt: z.number().int() }),
    }),
    signature: z.string().max(200),
  }),
  solution: z.object({ counter: z.number().int(), derivedKey: z.string().max(200) }),
});

/** A task that was solved: its name, and since when it could be. */
export interface Proof {
  nonce: string;
  madeAt: Date;
}

/** What a form sent along as its proof; null when it proves nothing for this link, now. */
export async function readProof(ctx: Ctx, linkId: string, text: string): Promise<Proof | null> {
  const sent = payload.safeParse(parsed(text));
  if (!sent.success) return null;
  const { challenge, solution } = sent.data;
  const { nonce, data } = challenge.parameters;
  const age = ctx.clock.now().getTime() / 1000 - data.madeAt;
  if (data.link !== linkId || age < -1 || age > proofMinutes * 60) return null;
  const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secretsOf(ctx) });
  return verified ? { nonce, madeAt: new Date(data.madeAt * 1000) } : null;
}

function secretsOf(ctx: Ctx) {
  return {
    hmacSignatureSecret: ctx.signer.sign('proof of work', 'challenge'),
    hmacKeySignatureSecret: ctx.signer.sign('proof of work', 'key'),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever it is, it is no proof.
    return null;
  }
}
