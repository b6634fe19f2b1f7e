import type { SeatedCtx } from '../access/server.ts';

export interface WaitingLetter {
  id: string;
  toAddress: string;
  subject: string;
  body: string;
  createdAt: Date;
}

/** Letters that this person caused and that no mail server has taken. */
export async function readWaitingLetters(ctx: SeatedCtx): Promise<WaitingLetter[]> {
  return ctx.db
    .selectFrom('mail')
    .select(['id', 'toAddress', 'subject', 'body', 'createdAt'])
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('visibleTo', '=', `person:${ctx.actor.seat.personId}`)
    .where('sentAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(50)
    .execute();
}
