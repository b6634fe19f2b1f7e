import { createHash, timingSafeEqual } from 'node:crypto';
import { verifyJwsAccessToken } from 'better-auth/oauth2';
import { stepCookieText } from '../session/cookies.ts';
import { newToken } from '../session/session.store.ts';
import type { SignIn } from '../sign-in.server.ts';
import { issueTicket, takeTicket } from '../ticket.store.ts';
import type { DistrictIdentity } from './district-identity.store.ts';
import type { DistrictSettings } from './district-settings.ts';
import { askProvider, discover, type Provider, stopped } from './provider.ts';

/** Why somebody goes to the provider: to come in, to join it with their account, to take a seat. */
export type DistrictAim =
  | { is: 'sign-in'; next: string }
  | { is: 'link'; accountId: string }
  | { is: 'join'; path: string };

/** Whom the provider says we have before us. */
export interface DistrictPerson {
  identity: DistrictIdentity;
  name: string;
  email: string | null;
  emailVerified: boolean;
}

const journeyMinutes = 15;
const backPath = '/sign-in/district/back';

/** Where to send the browser, and the cookie that shows that the one who comes back is the same. */
export async function leaveForDistrict(
  signIn: SignIn,
  district: DistrictSettings,
  aim: DistrictAim,
  { locale, again }: { locale: string; again: boolean },
): Promise<{ address: string; cookie: string }> {
  const provider = await discover(district, signIn.clock.now());
  const [verifier, nonce] = [newToken(signIn), newToken(signIn)];
  const state = await issueTicket(signIn, 'district', {
    content: { verifier, nonce, aim },
    minutes: journeyMinutes,
  });
  const address = new URL(provider.authorization_endpoint);
  const question = {
    response_type: 'code',
    client_id: district.clientId,
    redirect_uri: signIn.baseUrl + backPath,
    scope: 'openid email profile',
    state,
    nonce,
    // Proof key for code exchange, RFC 7636.
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ui_locales: locale,
    ...(again ? { prompt: 'login' } : {}),
  };
  for (const [name, value] of Object.entries(question)) address.searchParams.set(name, value);
  return { address: address.href, cookie: stepCookieText(state, signIn.secure) };
}

/** Judges what the browser brings back. Works once, and only in the browser that left. */
export async function returnFromDistrict(
  signIn: SignIn,
  district: DistrictSettings,
  cookie: string | null,
  brought: Partial<Record<'state' | 'code' | 'iss' | 'error', string | undefined>>,
): Promise<{ aim: DistrictAim; person: DistrictPerson }> {
  if (!cookie || !brought.state || !same(cookie, brought.state)) throw stopped('another browser');
  const ticket = await takeTicket(signIn, 'district', brought.state);
  if (!ticket) throw stopped('used before, or too late');
  if (brought.error || !brought.code) throw stopped(`the provider says ${brought.error}`);
  const provider = await discover(district, signIn.clock.now());
  // RFC 9207: an answer that was meant for another provider's visit.
  const issExpected = provider.authorization_response_iss_parameter_supported;
  if ((brought.iss ?? (issExpected ? '' : provider.issuer)) !== provider.issuer) {
    throw stopped('the answer is another issuer’s');
  }
  const { verifier, nonce, aim } = ticket.content as {
    verifier: string;
    nonce: string;
    aim: DistrictAim;
  };
  const tokens = await exchange(signIn, district, provider, brought.code, verifier);
  const claims = await readIdToken(signIn, district, provider, tokens.idToken, nonce);
  const more = await readMore(provider, claims, tokens.accessToken);
  return {
    aim,
    person: {
      identity: { issuer: provider.issuer, subject: claims.sub },
      name: textOf(more.name) ?? '',
      email: textOf(more.email)?.toLowerCase() ?? null,
      // Some providers write it as text.
      emailVerified: more.email_verified === true || more.email_verified === 'true',
    },
  };
}

type Claims = Record<string, unknown> & { sub: string };

async function exchange(
  { baseUrl }: SignIn,
  { clientId, clientSecret }: DistrictSettings,
  provider: Provider,
  code: string,
  verifier: string,
): Promise<{ idToken: string; accessToken: string | null }> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: baseUrl + backPath,
    code_verifier: verifier,
  });
  const headers: Record<string, string> = { accept: 'application/json' };
  if (provider.token_endpoint_auth_methods_supported.includes('client_secret_basic')) {
    const pair = [clientId, clientSecret].map(formEncoded).join(':');
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    body.set('client_id', clientId);
    body.set('client_secret', clientSecret);
  }
  const answer = await askProvider(provider.token_endpoint, { method: 'POST', body, headers });
  const { id_token, access_token } = answer as { id_token?: unknown; access_token?: unknown };
  const idToken = textOf(id_token);
  if (!idToken) throw stopped('it gave no ID token');
  return { idToken, accessToken: textOf(access_token) };
}

/** RFC 6749, section 2.3.1: each half is encoded like a form before they are joined. */
const formEncoded = (text: string) => new URLSearchParams({ x: text }).toString().slice(2);

/** Signature by the provider's own keys; issuer, audience, time and nonce. OpenID Connect Core, 3.1.3.7. */
async function readIdToken(
  { clock }: SignIn,
  { clientId }: DistrictSettings,
  provider: Provider,
  idToken: string,
  nonce: string,
): Promise<Claims> {
  const claims = await verifyJwsAccessToken(idToken, {
    jwksFetch: provider.jwks_uri,
    verifyOptions: {
      issuer: provider.issuer,
      audience: clientId,
      // A key that both sides know, or none at all, proves nothing here.
      algorithms: provider.id_token_signing_alg_values_supported.filter((one) =>
        /^(RS|PS|ES)\d{3}$|^EdDSA$|^Ed25519$/.test(one),
      ),
      requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
      clockTolerance: 30,
      currentDate: clock.now(),
    },
  }).catch((error: unknown) => {
    throw stopped(`its ID token does not hold: ${error instanceof Error ? error.message : ''}`);
  });
  const { sub, aud, azp } = claims;
  if (!same(textOf(claims.nonce) ?? '', nonce)) throw stopped('the nonce is another one');
  const forSeveral = Array.isArray(aud) && aud.length > 1;
  if ((forSeveral || azp !== undefined) && azp !== clientId) throw stopped('meant for another');
  if (!sub) throw stopped('the ID token names nobody');
  return { ...claims, sub };
}

/** Where the ID token leaves the address out, the provider is asked; it must mean the same person. */
async function readMore(
  provider: Provider,
  claims: Claims,
  accessToken: string | null,
): Promise<Record<string, unknown>> {
  if (claims.email !== undefined || !provider.userinfo_endpoint || !accessToken) return claims;
  const more = (await askProvider(provider.userinfo_endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
  })) as Record<string, unknown>;
  if (more.sub !== claims.sub) throw stopped('its word about the person is about another');
  return more;
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : null);

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
