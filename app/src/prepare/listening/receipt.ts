import { createHash } from 'node:crypto';
import type { Random } from '../../platform/random.ts';

/** What a person without an account keeps to find their voice again: 128 bits, stored only as a hash. */
export function newReceipt(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('base64url');
}

export function receiptHash(receipt: string): Buffer {
  return createHash('sha256').update(`voice receipt\0${receipt}`).digest();
}

export function receiptPath(receipt: string): string {
  return `/voice/${receipt}`;
}
