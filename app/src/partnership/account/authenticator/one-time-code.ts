import { createHmac, timingSafeEqual } from 'node:crypto';

export const stepSeconds = 30;
const digits = 6;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The step of time that a moment belongs to. RFC 6238, section 4. */
export const stepAt = (at: Date) => Math.floor(at.getTime() / 1000 / stepSeconds);

/** The code of one step: HOTP over SHA-1, as every authenticator app has it. RFC 4226, section 5.3. */
export function codeOf(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(at) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step whose code this is, now or one step away; null when it is none of them. */
export function matchingStep(secret: Uint8Array, code: string, at: Date): number | null {
  const given = Buffer.from(code);
  const now = stepAt(at);
  // All three are compared, whichever fits.
  const fitting = [now - 1, now, now + 1].filter((step) => {
    const expected = Buffer.from(codeOf(secret, step));
    return expected.length === given.length && timingSafeEqual(expected, given);
  });
  return fitting.at(-1) ?? null;
}

/** Base 32 without padding, as apps take it. RFC 4648, section 6. */
export function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** What the QR code tells the app. */
export function setupAddress(secret: Uint8Array, account: string, installation: string): string {
  const issuer = `Concord ${installation}`;
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: base32(secret), issuer, digits: String(digits) });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}
