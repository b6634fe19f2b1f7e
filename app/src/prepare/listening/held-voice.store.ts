import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import { bytesParameter } from '../../platform/database/database.ts';
import type { HeldVoice } from './held-voice.ts';
import type { AsideReason } from './holding.ts';
import { receiptHash } from './receipt.ts';

export const heldOnPage = 50;

/** What waits to be read, the longest waiting first; then what was set aside, the newest first. */
export async function listHeldVoices(ctx: SeatedCtx): Promise<HeldVoice[]> {
  const { rows } = await sql<HeldVoice>`
    select ${columns} from ${tables}
    where h.partnership_id = ${ctx.actor.partnership.id} and h.state in ('held', 'set-aside')
    order by h.state, case when h.state = 'held' then h.held_at end, h.settled_at desc, h.id
    limit ${heldOnPage}
  `.execute(ctx.db);
  return rows;
}

export async function readHeldVoice(ctx: SeatedCtx, id: string): Promise<HeldVoice> {
  const { rows } = await sql<HeldVoice>`
    select ${columns} from ${tables}
    where h.partnership_id = ${ctx.actor.partnership.id} and h.id = ${id}::uuid
  `.execute(ctx.db);
  const held = rows[0];
  if (!held) throw notFound();
  return held;
}

export async function countHeldVoices(ctx: SeatedCtx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from held_voice
    where partnership_id = ${ctx.actor.partnership.id} and state = 'held'
  `.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** What became of the voice that a receipt belongs to; null where no rule ever held it. */
export async function readHeldVoiceOfReceipt(ctx: Ctx, receipt: string): Promise<HeldVoice | null> {
  const { rows } = await sql<HeldVoice>`
    select ${columns} from ${tables}
    where h.partnership_id = ${ctx.actor.partnership?.id ?? null}
      and h.receipt_hash = ${bytesParameter(receiptHash(receipt))}
  `.execute(ctx.db);
  return rows[0] ?? null;
}

/** Only the database's own function passes a held voice on, with the words that it came with. */
export async function releaseHeld(ctx: SeatedCtx, id: string, due: string): Promise<boolean> {
  const { rows } = await sql<{ released: boolean }>`
    select release_held_voice(${id}::uuid, ${due}::date, ${ctx.clock.now()}) as released
  `.execute(ctx.db);
  return rows[0]?.released ?? false;
}

export async function setAsideHeld(
  ctx: SeatedCtx,
  id: string,
  reason: AsideReason,
): Promise<'gone' | 'differs' | 'proposed' | 'set-aside'> {
  const { rows } = await sql<{ outcome: 'gone' | 'differs' | 'proposed' | 'set-aside' }>`
    select set_aside_held_voice(${id}::uuid, ${reason}, ${ctx.clock.now()}) as outcome
  `.execute(ctx.db);
  return rows[0]?.outcome ?? 'gone';
}

const columns = sql`h.id, h.link_id, coalesce(l.title, '') as link_title, h.state, h.reasons, h.sort, h.body,
  h.locale, h.constituency, h.held_at, h.aside_reason, h.aside_seat, h.aside_person, h.aside_constituency,
  h.settled_at, h.settled_seat`;

// A guest by receipt does not see the link.
const tables = sql`held_voice h
  left join listening_link l on l.partnership_id = h.partnership_id and l.id = h.link_id`;
