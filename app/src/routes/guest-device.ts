import { parse, serialize } from 'hono/utils/cookie';
import { addDays } from '../platform/calendar-day.ts';
import type { Signer } from '../platform/signer.ts';
import { type ListeningLink, listenPath } from '../prepare/listening/index.ts';
import type { Visit } from './visit.ts';

// Not “__Host-”, which would send it to every page.
const nameOf = (secure: boolean) => `${secure ? '__Secure-' : ''}concord_listening`;
const isSecure = ({ ctx }: Visit) => ctx.baseUrl.startsWith('https:');
const marks = ['asked', 'answered'] as const;
type Mark = (typeof marks)[number];

/**
 * What a device knows of a link that asks for one answer from each: that it keeps cookies ("asked") or
 * that it has answered. The same text on every device, another one for every link, sent to that link's
 * page alone: it tells nobody apart.
 */
export function markOfDevice(visit: Visit, link: ListeningLink): Mark | null {
  const name = nameOf(isSecure(visit));
  const value = parse(visit.header('cookie') ?? '', name)[name] ?? '';
  return marks.find((mark) => value === textOf(visit.ctx.signer, link, mark)) ?? null;
}

export function deviceCookie(visit: Visit, link: ListeningLink, mark: Mark): string {
  return serialize(nameOf(isSecure(visit)), textOf(visit.ctx.signer, link, mark), {
    path: listenPath(link),
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(visit),
    // The link's last day is over everywhere by then.
    expires: new Date(`${addDays(link.closesOn, 2)}T00:00:00Z`),
  });
}

function textOf(signer: Signer, link: ListeningLink, mark: Mark): string {
  return `${mark}.${signer.sign('device of a guest', `${link.id} ${mark}`)}`;
}
