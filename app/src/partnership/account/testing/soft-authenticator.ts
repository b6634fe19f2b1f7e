import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** How a device may behave other than it should. */
export interface Behaviour {
  origin?: string;
  rpId?: string;
  challenge?: string;
  userVerified?: boolean;
  /** What its counter says; it counts by itself otherwise. */
  counter?: number;
}

export interface SoftAuthenticator {
  id: string;
  /** Answers a question for a new passkey. */
  make(options: { challenge: string }, behaviour?: Behaviour): string;
  /** Answers a question for this passkey. */
  use(options: { challenge: string }, behaviour?: Behaviour): string;
}

const packed = (value: string | Uint8Array) => Buffer.from(value).toString('base64url');
const sha256 = (value: string | Uint8Array) => createHash('sha256').update(value).digest();

/** A passkey without a device: everything that a browser would bring, made here. */
export function softAuthenticator(site: { origin: string; rpId: string }): SoftAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let counter = 0;

  const clientData = (type: string, challenge: string, origin = site.origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (behaviour: Behaviour, attested: Uint8Array | null) => {
    counter += 1;
    const flags = 0x01 | (behaviour.userVerified === false ? 0 : 0x04) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(behaviour.counter ?? counter);
    const head = [sha256(behaviour.rpId ?? site.rpId), Buffer.from([flags]), count];
    return Buffer.concat([...head, ...(attested ? [attested] : [])]);
  };
  const answer = (response: Record<string, string>) =>
    JSON.stringify({
      id: packed(id),
      rawId: packed(id),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });

  return {
    id: packed(id),
    make: (options, behaviour = {}) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const key = new Map<number, number | Uint8Array>([
        ...([
          [1, 2],
          [3, -7],
          [-1, 1],
        ] as const),
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(key)]);
      const authData = new Uint8Array(authenticatorData(behaviour, attested));
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]) as Parameters<typeof isoCBOR.encode>[0],
      );
      const challenge = behaviour.challenge ?? options.challenge;
      return answer({
        clientDataJSON: packed(clientData('webauthn.create', challenge, behaviour.origin)),
        attestationObject: packed(attestation),
      });
    },
    use: (options, behaviour = {}) => {
      const challenge = behaviour.challenge ?? options.challenge;
      const client = clientData('webauthn.get', challenge, behaviour.origin);
      const data = authenticatorData(behaviour, null);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return answer({
        clientDataJSON: packed(client),
        authenticatorData: packed(data),
        signature: packed(signature),
      });
    },
  };
}
