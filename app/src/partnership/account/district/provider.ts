import { z } from 'zod';
import { AppError } from '../../../platform/errors.ts';
import type { DistrictSettings } from './district-settings.ts';

const patienceMs = 10_000;
const freshMs = 3_600_000;

const described = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  id_token_signing_alg_values_supported: z.array(z.string()).default(['RS256']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
});

/** What the provider says of itself. OpenID Connect Discovery 1.0, section 3. */
export type Provider = z.output<typeof described>;

const known = new Map<string, { at: number; provider: Provider }>();

/** Reads it once an hour. Refuses a description that is another issuer's. */
export async function discover({ issuer }: DistrictSettings, now: Date): Promise<Provider> {
  const before = known.get(issuer);
  if (before && now.getTime() - before.at < freshMs) return before.provider;
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const provider = described.safeParse(await askProvider(address));
  if (!provider.success) throw stopped('its description is not one of OpenID Connect');
  if (provider.data.issuer !== issuer) throw stopped(`it calls itself ${provider.data.issuer}`);
  known.set(issuer, { at: now.getTime(), provider: provider.data });
  return provider.data;
}

/** JSON from the provider. Never follows it elsewhere. */
export async function askProvider(address: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(address, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  }).catch((error: unknown) => {
    throw new AppError({ ...trouble('unreachable'), cause: error });
  });
  if (answer.status >= 500) throw new AppError(trouble('unreachable'));
  const text = await answer.text();
  if (!answer.ok) throw stopped(`it answers ${answer.status}`);
  try {
    return JSON.parse(text);
  } catch {
    throw stopped('its answer is no JSON');
  }
}

const trouble = (what: 'unreachable' | 'stopped') => ({
  code: `account.district-${what}`,
  status: 422,
  userMessage: what,
});

/** The provider said something that we do not take from it; `why` is for the log. */
export function stopped(why: string): AppError {
  return new AppError({ ...trouble('stopped'), cause: new Error(why) });
}
