import type { SignIn } from '../sign-in.server.ts';

/** How long a question to a passkey may take to be answered. */
export const questionMinutes = 5;

/** EdDSA, ES256 and RS256, by their numbers in COSE: what every device has one of. */
export const algorithms = [-8, -7, -257];

/** Whom a passkey is made for, and where it may be used: this host and no other. */
export function relyingParty({ baseUrl }: Pick<SignIn, 'baseUrl'>) {
  const { hostname, origin } = new URL(baseUrl);
  return { id: hostname, origin, name: `Concord, ${hostname}` };
}

/** The answer of a browser: JSON with an id and a response, or nothing that we can use. */
export function readAnswer<Answer>(text: string): Answer | null {
  try {
    const answer: unknown = JSON.parse(text);
    const parts = answer as { id?: unknown; response?: unknown; type?: unknown } | null;
    const whole =
      typeof parts?.id === 'string' &&
      parts.type === 'public-key' &&
      typeof parts.response === 'object' &&
      parts.response !== null;
    return whole ? (answer as Answer) : null;
  } catch {
    return null;
  }
}
