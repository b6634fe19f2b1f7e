import { serialize } from 'hono/utils/cookie';

export const seatCookie = 'concord_seat';

/** Remembers on this device from which of their seats a person acts. */
export function seatCookieText(seatId: string, baseUrl: string): string {
  return serialize(seatCookie, seatId, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
  });
}
