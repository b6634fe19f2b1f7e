import { Decrypter, Encrypter, webauthn } from 'age-encryption';
import { type PersonKey, personKeyOf } from '../sealing/person-key.ts';
import { bytes, type CaucusInPage, hush, say, word } from './page.ts';
import { send } from './send.ts';

/** Wraps the open key for a new passkey of this device (its PRF extension makes the wrapping key). */
export async function addPasskey(page: CaucusInPage): Promise<void> {
  if (!page.key) return;
  const { identity } = page.key;
  hush(page);
  try {
    const passkey = await webauthn.createCredential({ keyName: 'Concord' });
    const encrypter = new Encrypter();
    encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: passkey }));
    const byPasskey = await encrypter.encrypt(identity);
    await send(page, '/passkey', { passkey, byPasskey });
  } catch {
    // Whatever the device's reason is, the passphrase stays.
    say(page, word(page, 'say.no-passkey'));
  }
}

export async function unlockWithPasskey(page: CaucusInPage): Promise<PersonKey | null> {
  const { passkey, byPasskey } = page.facts.privateKey ?? {};
  if (!passkey || !byPasskey) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: passkey }));
  try {
    return await personKeyOf(await decrypter.decrypt(bytes(byPasskey), 'text'));
  } catch {
    return null;
  }
}
