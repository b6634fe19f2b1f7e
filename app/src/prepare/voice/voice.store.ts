import { sql } from 'kysely';
import { type Ctx, notFound } from '../../partnership/access/server.ts';
import type { Voice, VoiceRow, VoiceSort } from './voice.ts';

export type VoiceFilter = {
  sort?: VoiceSort | undefined;
  state?: 'waiting' | 'answered' | 'taken-up' | 'yours' | undefined;
  /** Only those that came by this listening link. */
  linkId?: string | undefined;
};

export const voicesOnPage = 50;

/** Voices as this actor may see them: those that wait first, the longest due on top; then the newest. */
export async function listVoices(
  ctx: Ctx,
  filter: VoiceFilter & { page?: number } = {},
): Promise<{ voices: VoiceRow[]; total: number }> {
  const { rows } = await sql<VoiceRow & { total: number }>`
    select ${rowColumns(ctx)}, count(*) over () as total
    from ${rowTables()}
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null}
      and (${filter.sort ?? null}::text is null or v.sort = ${filter.sort ?? null})
      and (${filter.linkId ?? null}::uuid is null or v.link_id = ${filter.linkId ?? null}::uuid)
      and case ${filter.state ?? ''}::text
        when 'waiting' then v.answered_at is null
        when 'answered' then v.answered_at is not null
        when 'taken-up' then r.state = 'taken-up'
        when 'yours' then a.voice_id is not null
        else true end
    order by v.answered_at is null desc,
      case when v.answered_at is null then v.answer_by end,
      r.changed_at desc, r.id
    limit ${voicesOnPage} offset ${((filter.page ?? 1) - 1) * voicesOnPage}
  `.execute(ctx.db);
  return { voices: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** Voices that nobody has answered yet, the longest due first. */
export async function readVoicesWaiting(ctx: Ctx): Promise<(VoiceRow & { mine: boolean })[]> {
  const { voices } = await listVoices(ctx, { state: 'waiting' });
  return voices.map((voice) => ({ ...voice, mine: voice.answerSeat === ctx.actor.seat?.seatId }));
}

/** Voices that a goal can grow from: those that everybody at the table may read. */
export async function readVoicesForGoal(ctx: Ctx): Promise<VoiceRow[]> {
  const { rows } = await sql<VoiceRow>`
    select ${rowColumns(ctx)} from ${rowTables()}
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null}
      and r.visible_to in ('partnership', 'public') and v.sort <> 'praise'
    order by r.state = 'taken-up', r.created_at desc, r.id
    limit 60
  `.execute(ctx.db);
  return rows;
}

/** One voice that this actor may read; otherwise there is nothing here. */
export async function readVoice(ctx: Ctx, id: string): Promise<Voice> {
  const { rows } = await sql<Voice>`
    select ${rowColumns(ctx)}, r.kind, r.changed_at, r.created_by_seat, v.body, v.locale,
      named.name as named_person, v.link_id, link.title as link_title,
      v.answer, v.answered_by_seat, asked.organization_id as answer_organization
    from ${rowTables()}
    left join person named on named.partnership_id = r.partnership_id and named.id = v.named_person
    left join listening_link link on link.partnership_id = r.partnership_id and link.id = v.link_id
    left join seat asked on asked.partnership_id = r.partnership_id and asked.id = v.answer_seat
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null} and r.id = ${id}::uuid
  `.execute(ctx.db);
  const voice = rows[0];
  if (!voice) throw notFound();
  return voice;
}

/** What a guest is told about who answers: by listening link or by receipt. */
export async function readAnswerer(ctx: Ctx): Promise<{
  seatTitle: string;
  organizationName: string;
  siteName: string | null;
} | null> {
  const { rows } = await sql<{
    seatTitle: string;
    organizationName: string;
    siteName: string | null;
  }>`select * from answerer_shown()`.execute(ctx.db);
  return rows[0] ?? null;
}

function rowColumns(ctx: Ctx) {
  return sql`r.id, r.title, r.state, r.visible_to, r.created_at, v.sort, v.constituency,
    site.name as site_name, v.answer_seat, v.answer_by, v.answered_at,
    v.answered_at is null and v.answer_by < local_day(r.partnership_id, ${ctx.clock.now()}) as overdue,
    a.voice_id is not null as yours`;
}

function rowTables() {
  return sql`record r
    join voice v on v.partnership_id = r.partnership_id and v.id = r.id
    left join site on site.partnership_id = r.partnership_id and site.id = r.site_id
    left join voice_author a on a.partnership_id = r.partnership_id and a.voice_id = r.id`;
}
