import { postLetter } from '../../platform/mail.ts';
import { type Locale, translate } from '../../ui/catalogue.ts';
import type { SeatedCtx } from '../access/server.ts';
import { invitationWords } from './invitation.words.ts';
import { invitationToken } from './invitation-link.ts';

/** Puts the letter of an invitation into the outbox, where it has an address. */
export async function postInvitation(ctx: SeatedCtx, invitationId: string): Promise<void> {
  const { actor, db } = ctx;
  const invitation = await db
    .selectFrom('invitation')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'invitation.partnershipId')
        .onRef('person.id', '=', 'invitation.personId'),
    )
    .innerJoin('seat', (join) =>
      join
        .onRef('seat.partnershipId', '=', 'invitation.partnershipId')
        .onRef('seat.id', '=', 'invitation.seatId'),
    )
    .select(['invitation.email', 'person.name', 'seat.title'])
    .where('invitation.partnershipId', '=', actor.partnership.id)
    .where('invitation.id', '=', invitationId)
    .executeTakeFirstOrThrow();
  if (!invitation.email) return;
  const token = invitationToken(ctx.signer, {
    partnershipId: actor.partnership.id,
    id: invitationId,
  });
  const values = {
    name: invitation.name,
    partnership: actor.partnership.name,
    inviter: actor.account?.name ?? actor.seat.title,
    inviterSeat: actor.seat.title,
    seat: invitation.title,
    link: `${ctx.baseUrl}/join/${token}`,
  };
  // The reader's language is not known yet: the letter speaks both.
  const locales: Locale[] = actor.partnership.locale === 'es' ? ['es', 'en'] : ['en', 'es'];
  await postLetter(db, {
    id: ctx.random.uuid(),
    at: ctx.clock.now(),
    partnershipId: actor.partnership.id,
    visibleTo: `person:${actor.seat.personId}`,
    to: invitation.email,
    subject: translate(invitationWords, locales[0] ?? 'en', 'letter.subject', values),
    body: locales
      .map((locale) => translate(invitationWords, locale, 'letter.body', values))
      .join('\n\n· · ·\n\n'),
  });
}
