import { type Ctx, notFound } from '../../partnership/access/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { bytesParameter } from '../../platform/database/database.ts';
import { titleOf } from '../voice/index.ts';
import { answerBy } from '../voice/server.ts';
import type { HoldReason } from './holding.ts';
import type { GuestVoice } from './leave-voice.ts';
import type { ListeningLink } from './listening.ts';
import { receiptHash } from './receipt.ts';

type NewVoice = Omit<GuestVoice, 'reasons'> & { id: string; receipt: string };

/** A voice of a guest, on the table from now on. */
export async function addGuestVoice(ctx: Ctx, link: ListeningLink, voice: NewVoice): Promise<void> {
  const now = ctx.clock.now();
  const partnershipId = here(ctx);
  const { id, receipt, ...said } = voice;
  await ctx.db
    .insertInto('record')
    .values({
      partnershipId,
      id,
      kind: 'voice',
      title: titleOf(said.body),
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
      partnershipId,
      id,
      visibleTo: 'partnership',
      ...said,
      linkId: link.id,
      receiptHash: bytesParameter(receiptHash(receipt)),
      answerSeat: link.answerSeat,
      answerBy: answerBy(localToday(ctx), link.answerDays),
    })
    .execute();
}

/** The same, where a lead reads it first. */
export async function addHeldVoice(
  ctx: Ctx,
  link: ListeningLink,
  voice: NewVoice,
  reasons: readonly HoldReason[],
): Promise<void> {
  const { id, receipt, ...said } = voice;
  await ctx.db
    .insertInto('heldVoice')
    .values({
      partnershipId: here(ctx),
      id,
      linkId: link.id,
      reasons: [...reasons],
      title: titleOf(said.body),
      ...said,
      receiptHash: bytesParameter(receiptHash(receipt)),
      heldAt: ctx.clock.now(),
    })
    .execute();
}

function here(ctx: Ctx): string {
  if (!ctx.actor.partnership) throw notFound();
  return ctx.actor.partnership.id;
}
