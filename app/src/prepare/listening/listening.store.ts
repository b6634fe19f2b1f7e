import { sql } from 'kysely';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import { bytesParameter } from '../../platform/database/database.ts';
import type { Voice } from '../voice/index.ts';
import { readVoice } from '../voice/server.ts';
import type { ListeningLink, ListeningLinkRow } from './listening.ts';
import { receiptHash } from './receipt.ts';

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
    ])
    .executeTakeFirstOrThrow();
}

/** The voice that a receipt belongs to, once the guest has come in by that receipt. */
export async function readVoiceOfReceipt(ctx: Ctx, receipt: string): Promise<Voice | null> {
  const found = await ctx.db
    .selectFrom('voice')
    .select('id')
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('receiptHash', '=', bytesParameter(receiptHash(receipt)))
    .executeTakeFirst();
  return found ? readVoice(ctx, found.id) : null;
}

function linkRows(ctx: Ctx, id: string | null) {
  return sql<ListeningLinkRow>`
    select l.id, l.token, l.title, l.prompt, l.site_id, l.answer_seat, l.answer_days, l.opens_on,
      l.closes_on, l.created_by_seat, site.name as site_name,
      (select count(*) from voice v where v.partnership_id = l.partnership_id and v.link_id = l.id) as voices,
      case when day.today < l.opens_on then 'planned' when day.today > l.closes_on then 'closed'
        else 'open' end as standing
    from listening_link l
    cross join lateral (select local_day(l.partnership_id, ${ctx.clock.now()}) as today) day
    left join site on site.partnership_id = l.partnership_id and site.id = l.site_id
    where l.partnership_id = ${ctx.actor.partnership?.id ?? null}
      and (${id}::uuid is null or l.id = ${id}::uuid)
    order by day.today > l.closes_on, l.opens_on desc, l.created_at desc
  `.execute(ctx.db);
}
