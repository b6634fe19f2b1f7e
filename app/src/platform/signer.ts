import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs what must come back unchanged: invitation links, calendar feeds. */
export interface Signer {
  sign(purpose: string, value: string): string;
  verify(purpose: string, value: string, signature: string): boolean;
}

export function signerWith(key: string): Signer {
  const sign = (purpose: string, value: string) =>
    createHmac('sha256', key).update(`${purpose}\0${value}`).digest('base64url').slice(0, 32);
  return {
    sign,
    verify: (purpose, value, signature) => {
      const expected = Buffer.from(sign(purpose, value));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
  };
}
