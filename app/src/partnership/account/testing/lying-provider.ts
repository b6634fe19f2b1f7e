import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DistrictSettings } from '../district/district-settings.ts';

type Claims = Record<string, unknown>;
/** What it says in place of the truth. */
export interface Lie {
  claims?: (truth: Claims) => Claims;
  header?: Claims;
  signedBy?: 'own key' | 'stolen name' | 'nobody';
  userinfo?: Claims;
  status?: number;
  description?: Claims;
}

export interface LyingProvider {
  settings: DistrictSettings;
  lie: Lie;
  /** The question that a browser last came with, as the provider reads it. */
  visitedWith(address: string): string;
  close(): Promise<void>;
}

/** An OpenID Connect provider that can be made to say anything. Honest until it is told to lie. */
export async function lyingProvider(now: () => Date): Promise<LyingProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [own, other] = [keyPair(), keyPair()];
  const it = { lie: {} as Lie, nonce: '' };
  const answer = (path: string): unknown => {
    if (path.startsWith('/.well-known')) return { ...description(issuer), ...it.lie.description };
    if (path === '/keys') return { keys: [own.publicKey.export({ format: 'jwk' })].map(asKey) };
    if (path === '/person') return it.lie.userinfo ?? {};
    const at = Math.floor(now().getTime() / 1000);
    const truth = {
      ...{ iss: issuer, aud: 'concord', sub: 'liar', iat: at, exp: at + 300, nonce: it.nonce },
      ...{ email: 'liar@lakeview.example', email_verified: true },
    };
    const claims = it.lie.claims?.(truth) ?? truth;
    const key = it.lie.signedBy === 'stolen name' ? other.privateKey : own.privateKey;
    return { id_token: token(it.lie, claims, key), access_token: 'a token', token_type: 'Bearer' };
  };
  server.on('request', (request, response) => {
    response.writeHead(it.lie.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer(request.url ?? '')));
  });
  return {
    settings: { issuer, clientId: 'concord', clientSecret: 'a secret', name: 'Lakeview' },
    get lie() {
      return it.lie;
    },
    set lie(lie) {
      it.lie = lie;
    },
    visitedWith: (address) => {
      const { searchParams } = new URL(address);
      it.nonce = searchParams.get('nonce') ?? '';
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('state', searchParams.get('state') ?? '');
      back.searchParams.set('code', 'a code');
      return back.href;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const asKey = (jwk: object) => ({ ...jwk, kid: 'one', alg: 'RS256', use: 'sig' });
const packed = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

const description = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  userinfo_endpoint: `${issuer}/person`,
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
});

function token({ header, signedBy }: Lie, claims: Claims, key: KeyObject): string {
  const head = { alg: signedBy === 'nobody' ? 'none' : 'RS256', kid: 'one', typ: 'JWT', ...header };
  const text = `${packed(head)}.${packed(claims)}`;
  if (signedBy === 'nobody') return `${text}.`;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
}
