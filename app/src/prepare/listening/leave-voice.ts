import type { Constituency } from '../../partnership/access/index.ts';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { type VoiceSort, voiceSides, voiceSorts } from '../voice/index.ts';
import { addGuestVoice, addHeldVoice } from './guest-voice.store.ts';
import { type HoldReason, reasonsIn } from './holding.ts';
import { linkHasRoom, readLinkOfGuest } from './listening.store.ts';
import { allowedBy } from './listening.ts';
import { newReceipt } from './receipt.ts';

export interface GuestVoice {
  sort: VoiceSort;
  /** Null where the person would rather not say. */
  constituency: Constituency | null;
  body: string;
  locale: string;
  /** What speaks for reading it first, apart from its words. */
  reasons?: readonly HoldReason[];
}

/**
 * A person without an account says something through an open link. Nothing is kept about them but
 * their words and the side of the table they chose. Where a rule says so, a lead reads it first.
 * @returns the receipt, which exists nowhere else from now on; null when the link takes no more.
 */
export async function leaveVoice(ctx: Ctx, input: GuestVoice): Promise<string | null> {
  if (!ctx.actor.partnership) throw notFound();
  const link = await readLinkOfGuest(ctx);
  const { sort, constituency, body } = input;
  if (!allowedBy(link.sorts, voiceSorts).includes(sort))
    throw new InputProblem({ sort: 'choose-one' });
  if (constituency && !allowedBy<Constituency>(link.sides, voiceSides).includes(constituency))
    throw new InputProblem({ constituency: 'choose-one' });
  if (!(await linkHasRoom(ctx))) return null;
  const id = ctx.random.uuid();
  const receipt = newReceipt(ctx.random);
  const shown: HoldReason[] = link.voicesVisibleTo === 'public' ? ['public'] : [];
  const reasons = [...(input.reasons ?? []), ...shown, ...reasonsIn(body)];
  const voice = { id, receipt, sort, constituency, body, locale: input.locale };
  if (reasons.length > 0) await addHeldVoice(ctx, link, voice, reasons);
  else await addGuestVoice(ctx, link, voice);
  await audit(ctx, reasons.length > 0 ? 'voice.held' : 'voice.raised', {
    visibleTo: 'partnership',
    recordId: id,
    details: { link: link.id, ...(reasons.length > 0 ? { reasons } : {}) },
  });
  return receipt;
}
