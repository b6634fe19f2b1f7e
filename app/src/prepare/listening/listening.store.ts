import { sql } from 'kysely';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import { bytesParameter } from '../../platform/database/database.ts';
import type { Voice } from '../voice/index.ts';
import { readVoice } from '../voice/server.ts';
import type { ListeningLink, ListeningLinkRow } from './listening.ts';
import { receiptHash } from './receipt.ts';
import type { SideCount } from './side-counts.ts';

/** The listening links of the partnership: those that are open first. */
export async function listLinks(ctx: Ctx): Promise<ListeningLinkRow[]> {
  const { rows } = await linkRows(ctx, null);
  return rows;
}

export async function readLink(ctx: Ctx, id: string): Promise<ListeningLinkRow> {
  const { rows } = await linkRows(ctx, id);
  const link = rows[0];
  if (!link) throw notFound();
  return link;
}

/** The link by which a guest came in. */
export async function readLinkOfGuest(ctx: Ctx): Promise<ListeningLink> {
  return ctx.db
    .selectFrom('listeningLink')
    .select([
      'id',
      'token',
      'title',
      'prompt',
      'siteId',
      'answerSeat',
      'answerDays',
      'opensOn',
      'closesOn',
      'createdBySeat',
      'sides',
      'sorts',
      'voicesVisibleTo',
      'device',
      'mostVoices',
    ])
    .$castTo<ListeningLink>()
    .executeTakeFirstOrThrow();
}

/** Whether the guest's link takes one more. Whoever asks holds the link until the end of the transaction. */
export async function linkHasRoom(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ room: boolean }>`select link_has_room() as room`.execute(ctx.db);
  return rows[0]?.room ?? false;
}

/** How many came from each side of the table, as far as the reader may see them. */
export async function countSides(ctx: Ctx, linkId: string): Promise<SideCount[]> {
  const { rows } = await sql<SideCount>`
    select constituency, count(*) as voices from voice
    where partnership_id = ${ctx.actor.partnership?.id ?? null} and link_id = ${linkId}::uuid
    group by constituency
  `.execute(ctx.db);
  return rows;
}

/** The voice that a receipt belongs to, once the guest has come in by that receipt. */
export async function readVoiceOfReceipt(ctx: Ctx, receipt: string): Promise<Voice> {
  const found = await ctx.db
    .selectFrom('voice')
    .select('id')
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('receiptHash', '=', bytesParameter(receiptHash(receipt)))
    .executeTakeFirst();
  if (!found) throw notFound();
  return readVoice(ctx, found.id);
}

function linkRows(ctx: Ctx, id: string | null) {
  return sql<ListeningLinkRow>`
    select l.id, l.token, l.title, l.prompt, l.site_id, l.answer_seat, l.answer_days, l.opens_on,
      l.closes_on, l.created_by_seat, site.name as site_name,
      l.sides, l.sorts, l.voices_visible_to, l.device, l.most_voices,
      (select count(*) from voice v where v.partnership_id = l.partnership_id and v.link_id = l.id) as voices,
      (select count(*) from held_voice h where h.partnership_id = l.partnership_id and h.link_id = l.id
        and h.state = 'held') as held,
      case when day.today > l.closes_on or l.closed_at is not null then 'closed'
        when day.today < l.opens_on then 'planned'
        when l.id in (select links_filled()) then 'full' else 'open' end as standing
    from listening_link l
    cross join lateral (select local_day(l.partnership_id, ${ctx.clock.now()}) as today) day
    left join site on site.partnership_id = l.partnership_id and site.id = l.site_id
    where l.partnership_id = ${ctx.actor.partnership?.id ?? null}
      and (${id}::uuid is null or l.id = ${id}::uuid)
    order by day.today > l.closes_on or l.closed_at is not null, l.opens_on desc, l.created_at desc
  `.execute(ctx.db);
}
