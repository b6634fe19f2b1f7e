import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Actor, SeatHeld } from './actor.ts';
import { type Constituency, constituencies } from './constituency.ts';
import type { SeatedCtx } from './ctx.ts';
import { readViewAs, type ViewAs, viewAsKey } from './view-as.ts';

interface LookedAs {
  organization_id: string | null;
  organization: string | null;
  constituency: Constituency | null;
  team: string | null;
  audiences: string[];
}

/** The id of nobody: whoever is looked as holds no seat and is no person. */
const noOne = '00000000-0000-0000-0000-000000000000';

/**
 * Takes the identity of this transaction away and looks as somebody else would. The database keeps
 * only the audiences that both have, and lets the transaction write nothing. Null where the actor
 * cannot look so.
 */
export async function enterViewAs(
  db: Database,
  actor: Actor,
  key: string,
  at: Date,
): Promise<Actor | null> {
  const view = readViewAs(key);
  if (!view || !actor.seat) return null;
  const side = 'side' in view ? view.side : null;
  const teamId = 'teamId' in view ? view.teamId : null;
  const { rows } = await sql<{ seen: LookedAs | null }>`
    select enter_view_as(${view.what}, ${side}, ${teamId}::uuid, ${at}) as seen`.execute(db);
  const seen = rows[0]?.seen;
  if (!seen) return null;
  return {
    account: null,
    partnership: actor.partnership,
    seat: seatLookedAs(actor.seat, seen),
    audiences: seen.audiences,
    seats: [],
    seenAs: {
      key: viewAsKey(view),
      what: view.what,
      side: seen.constituency,
      body: (view.what === 'colleague' ? seen.organization : seen.team) ?? '',
      locale: actor.account?.locale ?? null,
    },
  };
}

function seatLookedAs(own: SeatHeld, seen: LookedAs): SeatHeld | null {
  if (!seen.organization_id || !seen.constituency) return null;
  return {
    ...own,
    personId: noOne,
    seatId: noOne,
    title: '',
    lead: false,
    sort: 'holder',
    organizationId: seen.organization_id,
    organizationName: seen.organization ?? '',
    constituency: seen.constituency,
  };
}

/** Everybody as whom the acting seat may look at a page. One query. */
export async function readViewsAs(
  ctx: SeatedCtx,
): Promise<{ view: ViewAs; team: string | null }[]> {
  const { rows } = await sql<{ teamId: string | null; team: string | null; side: Constituency }>`
    select distinct null::uuid as team_id, null::text as team, o.constituency as side
    from organization o where o.partnership_id = ${ctx.actor.partnership.id}::uuid
    union all
    select distinct m.team_id, r.title, o.constituency
    from team_seat m
    join record r on r.partnership_id = m.partnership_id and r.id = m.team_id
    join seat s on s.partnership_id = m.partnership_id and s.id = m.seat_id
    join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
    where m.partnership_id = ${ctx.actor.partnership.id}::uuid
      and 'team:' || m.team_id = any (${[...ctx.actor.audiences]}::text[])
      and m.joined_on <= local_day(m.partnership_id, ${ctx.clock.now()})
      and (m.left_on is null or m.left_on > local_day(m.partnership_id, ${ctx.clock.now()}))
    order by 2 nulls first, 1`.execute(ctx.db);
  const sides = rows
    .map(({ teamId, team, side }) => ({
      team,
      view: teamId ? ({ what: 'team', side, teamId } as const) : ({ what: 'seat', side } as const),
    }))
    .sort(
      (a, b) =>
        (a.team ?? '').localeCompare(b.team ?? '') ||
        constituencies.indexOf(a.view.side) - constituencies.indexOf(b.view.side),
    );
  return [
    { view: { what: 'visitor' }, team: null },
    { view: { what: 'colleague' }, team: null },
    ...sides,
  ];
}
