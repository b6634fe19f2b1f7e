import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { Pool } from 'pg';

export const sessionCookie = 'concord.session_token';

const sessionSeconds = 60 * 60 * 24 * 30;
const magicLinkSeconds = 60 * 15;

export interface SignInSettings {
  /** Role with rights in the schema `auth` and nowhere else. */
  pool: Pool;
  secret: string;
  baseUrl: string;
  sendMagicLink(letter: { email: string; token: string }): Promise<void>;
}

/** The sign-in library, with the flows that Concord offers: password and magic link. */
export function createSignIn({ pool, secret, baseUrl, sendMagicLink }: SignInSettings) {
  const secure = baseUrl.startsWith('https:');
  return betterAuth({
    appName: 'Concord',
    baseURL: baseUrl,
    basePath: '/sign-in/api',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      autoSignIn: true,
    },
    user: {
      additionalFields: {
        locale: { type: 'string', defaultValue: 'en', input: true },
        demo: { type: 'boolean', defaultValue: false, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: 60 * 60 * 24 },
    advanced: {
      cookiePrefix: 'concord',
      useSecureCookies: secure,
      database: { generateId: 'uuid' },
    },
    rateLimit: { enabled: false },
    plugins: [
      magicLink({
        expiresIn: magicLinkSeconds,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => sendMagicLink({ email, token }),
      }),
    ],
  });
}

export type SignIn = ReturnType<typeof createSignIn>;

/** The session's token as the browser sent it: the part before the signature. */
export function sessionTokenOf(cookies: Record<string, string>): string | null {
  const value = cookies[`__Secure-${sessionCookie}`] ?? cookies[sessionCookie];
  const token = value?.split('.')[0] ?? '';
  return /^[\w-]{1,200}$/.test(token) ? token : null;
}
