import { createHmac } from 'node:crypto';
import type { Random } from '../../../platform/random.ts';

const count = 10;
/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'.slice(0, 30);
const length = 12;

/** Ten codes of 58 bits each, in groups of four: "k3mw-pq7t-9hxa". */
export function newRecoveryCodes(random: Random): string[] {
  return Array.from({ length: count }, () => {
    let code = '';
    while (code.length < length) {
      // 240 is the largest multiple of 30 in a byte: above it some letters would come more often.
      for (const byte of random.bytes(length))
        if (byte < 240 && code.length < length) code += alphabet[byte % 30];
    }
    return code.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** What is kept of a code. Keyed, because a code is shorter than a token. */
export function recoveryCodeHash(secret: string, accountId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHmac('sha256', secret).update(`recovery code ${accountId} ${plain}`).digest();
}
