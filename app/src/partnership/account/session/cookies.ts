import { parse, serialize } from 'hono/utils/cookie';

/** Over plain http, on one's own machine. */
export const sessionCookie = 'concord.session_token';
const seatName = 'concord_seat';
/** Leads from one step of signing in to the next. */
const stepName = 'concord_step';

/** Over https the browser itself holds a cookie of this name to this host, to https and to all paths. */
const named = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

const cookie = (
  name: string,
  value: string,
  { secure, sameSite = 'Lax', maxAge }: { secure: boolean; sameSite?: 'Lax'; maxAge?: number },
) =>
  serialize(named(name, secure), value, {
    path: '/',
    httpOnly: true,
    sameSite,
    secure,
    ...(maxAge === undefined ? {} : { maxAge }),
  });

const read = (name: string, cookies: Readonly<Record<string, string>>, secure: boolean) =>
  // A name without the prefix could have been set by another host of the same domain.
  cookies[named(name, secure)];

export const sessionCookieText = (token: string, secure: boolean, maxAge: number) =>
  cookie(sessionCookie, token, { secure, maxAge });

export const endSessionCookieText = (secure: boolean) => sessionCookieText('', secure, 0);

export const seatCookieText = (seatId: string, secure: boolean) =>
  cookie(seatName, seatId, { secure });

export const seatOf = (cookies: Readonly<Record<string, string>>, secure: boolean) =>
  read(seatName, cookies, secure);

export const stepCookieText = (token: string, secure: boolean) =>
  cookie(stepName, token, { secure, maxAge: token ? 900 : 0 });

export const stepOf = (cookies: Readonly<Record<string, string>>, secure: boolean) =>
  token(read(stepName, cookies, secure));

/** The session's token as the browser sent it. */
export const sessionTokenOf = (cookies: Readonly<Record<string, string>>, secure: boolean) =>
  token(read(sessionCookie, cookies, secure));

export const cookiesIn = (header: string | null | undefined): Record<string, string> =>
  parse(header ?? '');

/** Up to a full stop, because sessions of earlier versions were followed by a signature. */
function token(value: string | undefined): string | null {
  const text = value?.split('.')[0] ?? '';
  return /^[\w-]{1,200}$/.test(text) ? text : null;
}
