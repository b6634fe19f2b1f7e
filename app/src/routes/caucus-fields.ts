import { z } from 'zod';
import { id, integer, many } from '../platform/form.ts';

const notSealed = 'caucus.not-sealed';
const sealedSizes = new Set(Array.from({ length: 10 }, (_, power) => 29 + 256 * 2 ** power));
const ageHeader = 'age-encryption.org/v1';
const base64 = z
  .string({ error: notSealed })
  .max(180_000, notSealed)
  .regex(/^[\w-]+$/, notSealed)
  .transform((text) => Buffer.from(text, 'base64url'));

/** Ciphertext as the browser seals it. Whatever else arrives, words above all, is not kept. */
export const sealed = () =>
  base64.refine((bytes) => bytes[0] === 1 && sealedSizes.has(bytes.length), notSealed);

export const ageFile = () =>
  base64.refine(
    (bytes) => bytes.length <= 4096 && bytes.toString('latin1', 0, 21) === ageHeader,
    notSealed,
  );

export const recipient = () =>
  z.string({ error: notSealed }).regex(/^age1[02-9ac-hj-np-z]{58}$/, notSealed);

export const generation = () => integer(1, 1_000_000);

export const passkey = () =>
  z.string({ error: notSealed }).regex(/^AGE-PLUGIN-FIDO2PRF-1[0-9A-Z]{20,2000}$/, notSealed);

const accessParts = z.object({
  personId: id(),
  recipient: recipient(),
  wrapped: ageFile(),
  statement: sealed(),
});

/** Person, public key, wrapped caucus key and statement, with spaces between. */
export const access = () =>
  z
    .string({ error: notSealed })
    .max(20_000, notSealed)
    .transform((text) => {
      const [personId, recipient, wrapped, statement] = text.split(' ');
      return { personId, recipient, wrapped, statement };
    })
    .pipe(accessParts);

export const accesses = () => many(access());

export const recovery = {
  recoveryRecipient: recipient(),
  recoveryWrapped: ageFile(),
  recoveryStatement: sealed(),
};
