import {
  addAccount,
  type DistrictPerson,
  findAccount,
  finishSignIn,
  linkDistrict,
  sendMagicLink,
} from '../partnership/account/server.ts';
import { readInvitationToken } from '../partnership/invitation/index.ts';
import { acceptInvitation, showInvitation } from '../partnership/invitation/server.ts';
import { type Answer, go } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import type { Visit } from './visit.ts';

/**
 * Takes the seat of an invitation with a new account of this person. Null when the address has an
 * account already: that one is asked by mail.
 */
export async function joinByDistrict(
  visit: Visit,
  path: string,
  person: DistrictPerson & { email: string },
): Promise<Answer | null> {
  const { ctx, services, locale } = visit;
  const { signIn } = services;
  const ids = readInvitationToken(ctx.signer, path.split('/').at(-1) ?? '');
  const shown = ids && (await showInvitation(ctx, ids));
  // The page of the invitation says why it is no longer open.
  if (!ids || shown?.state !== 'open') return go(path);
  if (await findAccount(signIn, person.email)) return null;
  const name = person.name || shown.name;
  // That the address is the person's own is the provider's word until they open a letter there.
  const accountId = await addAccount(signIn, { name, email: person.email, locale });
  if (!accountId) return null;
  await linkDistrict(signIn, accountId, person.identity);
  sendMagicLink(signIn, person.email, { next: '/', sort: 'welcome' });
  const { cookies } = await finishSignIn(signIn, accountId, 'district', arrivalOf(visit, path));
  await acceptInvitation(ctx, ids, { id: accountId, name });
  return go(`/p/${shown.slug}`, { done: 'joined', cookies });
}
