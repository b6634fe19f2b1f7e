import type { Constituency } from '../../partnership/access/index.ts';
import { allow, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { readSeats } from '../../partnership/seat/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import type { VoiceSort } from '../voice/index.ts';
import { type DeviceRule, type GuestVisibility, mayMakeLink } from './listening.ts';

export interface NewLink {
  title: string;
  prompt: string;
  siteId?: string | undefined;
  answerSeat: string;
  answerDays: number;
  opensOn: string;
  closesOn: string;
  sides?: readonly Constituency[];
  sorts?: readonly VoiceSort[];
  voicesVisibleTo?: GuestVisibility;
  device?: DeviceRule;
  mostVoices?: number | undefined;
}

/** Makes a link that people without an account can speak through. Its token cannot be guessed. */
export async function createLink(ctx: SeatedCtx, input: NewLink): Promise<string> {
  allow(mayMakeLink(ctx.actor));
  if (input.closesOn < input.opensOn) throw new InputProblem({ closesOn: 'listening.order' });
  const [asked] = await readSeats(ctx, [input.answerSeat]);
  if (!asked) throw new InputProblem({ answerSeat: 'choose-one' });
  const id = ctx.random.uuid();
  await ctx.db
    .insertInto('listeningLink')
    .values({
      partnershipId: ctx.actor.partnership.id,
      id,
      token: Buffer.from(ctx.random.bytes(12)).toString('base64url'),
      title: input.title,
      prompt: input.prompt,
      siteId: input.siteId ?? null,
      answerSeat: input.answerSeat,
      answerDays: input.answerDays,
      opensOn: input.opensOn,
      closesOn: input.closesOn,
      sides: [...(input.sides ?? [])],
      sorts: [...(input.sorts ?? [])],
      voicesVisibleTo: input.voicesVisibleTo ?? 'partnership',
      device: input.device ?? 'several',
      mostVoices: input.mostVoices ?? null,
      createdAt: ctx.clock.now(),
      createdBySeat: ctx.actor.seat.seatId,
    })
    .execute();
  await audit(ctx, 'listening.opened', {
    visibleTo: 'partnership',
    details: { link: id, title: input.title, until: input.closesOn },
  });
  return id;
}
