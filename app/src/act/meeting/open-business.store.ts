import { sql } from 'kysely';
import type { Ctx } from '../../partnership/access/server.ts';
import type { RecordHead } from '../../partnership/record/index.ts';
import { readTeamActions } from '../action/server.ts';
import { type AgendaItem, type Meeting, mayBeNamedIn } from './meeting.ts';

/**
 * What a team has on its hands and could put on this agenda: open actions, and the goals and
 * decisions linked with it. Two queries.
 */
export async function readOpenBusiness(
  ctx: Ctx,
  meeting: Meeting,
  agenda: readonly AgendaItem[],
): Promise<RecordHead[]> {
  const { rows } = await sql<RecordHead>`
    select r.id, r.kind, r.title, r.state, r.visible_to, r.created_at, r.changed_at, r.created_by_seat
    from record r
    where r.partnership_id = ${ctx.actor.partnership?.id ?? null}
      and (r.kind = 'goal' and r.state in ('proposed', 'adopted', 'partly', 'carried-over')
        or r.kind = 'decision' and r.state in ('draft', 'open', 'revealed'))
      and exists (select from record_link l where l.partnership_id = r.partnership_id
        and (l.from_id = r.id and l.to_id = ${meeting.teamId}
          or l.to_id = r.id and l.from_id = ${meeting.teamId}))
    order by r.kind, r.created_at
  `.execute(ctx.db);
  const named = new Set(agenda.map(({ recordId }) => recordId));
  return [...(await readTeamActions(ctx, meeting.teamId)), ...rows].filter(
    (head) => !named.has(head.id) && mayBeNamedIn(meeting, head),
  );
}
