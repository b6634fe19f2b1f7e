import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Clock, systemClock } from './clock.ts';

/** Signs what must come back unchanged: invitation links, calendar feeds. */
export interface Signer {
  sign(purpose: string, value: string): string;
  verify(purpose: string, value: string, signature: string): boolean;
}

/** A key that signed before this one; what it signed still holds until then. */
export interface EarlierKey {
  key: string;
  voidAt: Date;
}

export function signerWith(
  key: string,
  earlier: readonly EarlierKey[] = [],
  clock: Clock = systemClock,
): Signer {
  return {
    sign: (purpose, value) => signatureBy(key, purpose, value),
    verify: (purpose, value, signature) => {
      const now = clock.now();
      const keys = [key, ...earlier.filter(({ voidAt }) => voidAt > now).map((one) => one.key)];
      return keys.some((one) => isSame(signatureBy(one, purpose, value), signature));
    },
  };
}

function signatureBy(key: string, purpose: string, value: string): string {
  const mac = createHmac('sha256', key).update(`${purpose}\0${value}`);
  return mac.digest('base64url').slice(0, 32);
}

function isSame(expected: string, given: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}
