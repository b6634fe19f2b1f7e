import { pad, unpad } from './padding.ts';

/** What a ciphertext belongs to, part by part. It is bound to all of them and opens nowhere else. */
export type About = readonly (string | number)[];

/** A ciphertext that was changed, moved, or sealed with another key. */
export class NotAuthentic extends Error {
  override readonly name = 'NotAuthentic';
}

const version = 1;
const nonceBytes = 12;

const boundTo = (about: About) =>
  new TextEncoder().encode(JSON.stringify(['concord caucus', version, ...about]));

/** AES-256-GCM over the padded text; the first byte says which format this is. */
export async function seal(
  key: CryptoKey,
  about: About,
  text: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: boundTo(about) },
    key,
    pad(text),
  );
  const whole = new Uint8Array(1 + nonceBytes + sealed.byteLength);
  whole[0] = version;
  whole.set(nonce, 1);
  whole.set(new Uint8Array(sealed), 1 + nonceBytes);
  return whole;
}

/** @throws {NotAuthentic} when a single bit, or anything in `about`, is not as it was sealed. */
export async function unseal(
  key: CryptoKey,
  about: About,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<string> {
  if (sealed[0] !== version) throw new NotAuthentic('A format that this version does not know.');
  const opened = await crypto.subtle
    .decrypt(
      { name: 'AES-GCM', iv: sealed.subarray(1, 1 + nonceBytes), additionalData: boundTo(about) },
      key,
      sealed.subarray(1 + nonceBytes),
    )
    .catch(() => {
      throw new NotAuthentic('It was changed, moved, or sealed with another key.');
    });
  return unpad(new Uint8Array(opened));
}
