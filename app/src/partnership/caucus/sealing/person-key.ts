import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A key pair as age writes it: `AGE-SECRET-KEY-1…` opens what was wrapped for `age1…`. */
export interface PersonKey {
  identity: string;
  recipient: string;
}

/**
 * The base-2 logarithm of scrypt's cost: 128 MB and about a second, more on an old phone.
 * As OWASP's password storage cheat sheet asks (N = 2^17, r = 8).
 */
export const scryptWork = 17;

export async function makePersonKey(): Promise<PersonKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The identity in an age file that the passphrase opens, also with the age program. */
export async function lockWithPassphrase(
  { identity }: PersonKey,
  passphrase: string,
  work = scryptWork,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize('NFKC'));
  encrypter.setScryptWorkFactor(work);
  return encrypter.encrypt(identity);
}

/** Null when it is another passphrase. */
export async function unlockWithPassphrase(
  locked: Uint8Array,
  passphrase: string,
): Promise<PersonKey | null> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase.normalize('NFKC'));
  const identity = await decrypter.decrypt(locked, 'text').catch(() => null);
  return identity === null ? null : personKeyOf(identity);
}

/** Null when it is no identity: a recovery key with a slip in it, say. */
export async function personKeyOf(identity: string): Promise<PersonKey | null> {
  const recipient = await identityToRecipient(identity).catch(() => null);
  return recipient === null ? null : { identity, recipient };
}
