import { type Ctx, notFound } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { bytesParameter } from '../../platform/database/database.ts';
import { titleOf, type VoiceSort } from '../voice/index.ts';
import { answerBy } from '../voice/server.ts';
import { readLinkOfGuest } from './listening.store.ts';
import { newReceipt, receiptHash } from './receipt.ts';

/**
 * A person without an account says something through an open link. Nothing is kept about them but
 * their words and the side of the table they chose.
 * @returns the receipt, which exists nowhere else from now on.
 */
export async function leaveVoice(
  ctx: Ctx,
  input: { sort: VoiceSort; constituency: string; body: string; locale: string },
): Promise<string> {
  const here = ctx.actor.partnership;
  if (!here) throw notFound();
  const link = await readLinkOfGuest(ctx);
  const now = ctx.clock.now();
  const id = ctx.random.uuid();
  const receipt = newReceipt(ctx.random);
  await ctx.db
    .insertInto('record')
    .values({
      partnershipId: here.id,
      id,
      kind: 'voice',
      title: titleOf(input.body),
      state: 'waiting',
      visibleTo: 'partnership',
      siteId: link.siteId,
      createdAt: now,
      changedAt: now,
      createdBySeat: null,
    })
    .execute();
  await ctx.db
    .insertInto('voice')
    .values({
      partnershipId: here.id,
      id,
      visibleTo: 'partnership',
      sort: input.sort,
      body: input.body,
      locale: input.locale,
      constituency: input.constituency,
      linkId: link.id,
      receiptHash: bytesParameter(receiptHash(receipt)),
      answerSeat: link.answerSeat,
      answerBy: answerBy(localToday(ctx), link.answerDays),
    })
    .execute();
  await audit(ctx, 'voice.raised', {
    visibleTo: 'partnership',
    recordId: id,
    details: { link: link.id },
  });
  return receipt;
}
