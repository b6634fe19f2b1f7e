import {
  type Arrival,
  cookiesIn,
  deviceOf,
  sessionTokenOf,
} from '../partnership/account/server.ts';
import type { Visit } from './visit.ts';

/** The session's token that this request came with. */
export function tokenOf(visit: Visit): string | null {
  return sessionTokenOf(cookiesIn(visit.header('cookie')), visit.services.signIn.secure);
}

/** Who arrives at the door of signing in. */
export function arrivalOf(visit: Visit, next = '/'): Arrival {
  return {
    device: deviceOf(visit.header('user-agent')),
    before: tokenOf(visit),
    next: safePath(next),
  };
}

/** Only paths of our own: "//elsewhere" and "https://…" lead home. */
export function safePath(path: string): string {
  const here = 'http://here.invalid';
  if (!path.startsWith('/') || !URL.canParse(path, here)) return '/';
  const url = new URL(path, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : '/';
}
