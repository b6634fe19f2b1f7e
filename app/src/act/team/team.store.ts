import { sql } from 'kysely';
import { type Ctx, notFound, type SeatedCtx } from '../../partnership/access/server.ts';
import { seatsById } from '../../partnership/seat/server.ts';
import type { Charter, Team, TeamMember, TeamRole, TeamSort } from './team.ts';

/** A team that this actor may read; otherwise there is nothing here. */
export async function readTeam(ctx: Ctx, id: string): Promise<Team> {
  const team = await teams(ctx).where('team.id', '=', id).executeTakeFirst();
  if (!team) throw notFound();
  return team as Team;
}

/** All teams that this actor may read, by name. */
export async function readTeams(ctx: Ctx): Promise<Team[]> {
  return (await teams(ctx).orderBy('record.title').orderBy('record.id').execute()) as Team[];
}

function teams(ctx: Ctx) {
  return ctx.db
    .selectFrom('team')
    .innerJoin('record', (join) =>
      join
        .onRef('record.partnershipId', '=', 'team.partnershipId')
        .onRef('record.id', '=', 'team.id'),
    )
    .where('team.partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .select([
      'record.id',
      'record.kind',
      'record.title',
      'record.state',
      'record.visibleTo',
      'record.createdAt',
      'record.changedAt',
      'record.createdBySeat',
      'team.sort',
      'team.purpose',
      'team.inScope',
      'team.outOfScope',
      'team.norms',
      'team.decisionRule',
      'team.parentTeamId',
      'team.sunsetOn',
      'team.creationAuthority',
    ]);
}

/** Who sits on a team now, in the order of the table. Empty for those who may not read seats. */
export async function readTeamSeats(ctx: Ctx, teamId: string): Promise<TeamMember[]> {
  return (await readSeatsOfTeams(ctx, [teamId])).get(teamId) ?? [];
}

/** Who sits on each of several teams, or on every team. Two queries. */
export async function readSeatsOfTeams(
  ctx: Ctx,
  teamIds?: readonly string[],
): Promise<Map<string, TeamMember[]>> {
  const rows = await ctx.db
    .selectFrom('teamSeat')
    .select(['teamId', 'seatId', 'role', 'joinedOn'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('leftOn', 'is', null)
    .$if(teamIds !== undefined, (query) =>
      query.where('teamId', '=', sql<string>`any (${teamIds}::uuid[])`),
    )
    .execute();
  const seats = await seatsById(ctx, [...new Set(rows.map(({ seatId }) => seatId))]);
  const order = [...seats.keys()];
  const byTeam = new Map<string, TeamMember[]>();
  for (const { teamId, seatId, role, joinedOn } of rows) {
    const seat = seats.get(seatId);
    if (!seat) continue;
    const members = byTeam.get(teamId) ?? [];
    members.push({ ...seat, role, joinedOn });
    byTeam.set(teamId, members);
  }
  for (const members of byTeam.values()) {
    members.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }
  return byTeam;
}

export async function insertTeam(
  ctx: SeatedCtx,
  team: Omit<Charter, 'title'> & {
    id: string;
    visibleTo: string;
    sort: TeamSort;
    parentTeamId: string | null;
  },
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .insertInto('team')
    .values({ partnershipId, ...team })
    .execute();
}

export async function updateCharter(
  ctx: SeatedCtx,
  teamId: string,
  { title, ...charter }: Charter,
): Promise<void> {
  const partnershipId = ctx.actor.partnership.id;
  await ctx.db
    .updateTable('team')
    .set(charter)
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', teamId)
    .execute();
  await ctx.db
    .updateTable('record')
    .set({ title, changedAt: ctx.clock.now() })
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', teamId)
    .execute();
}

/** Seats somebody on a team, again if they left before. */
export async function putOnTeam(
  ctx: SeatedCtx,
  team: { id: string; visibleTo: string },
  seat: { seatId: string; role: TeamRole; joinedOn: string },
): Promise<void> {
  await ctx.db
    .insertInto('teamSeat')
    .values({
      partnershipId: ctx.actor.partnership.id,
      teamId: team.id,
      visibleTo: team.visibleTo,
      ...seat,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['partnershipId', 'teamId', 'seatId'])
        .doUpdateSet({ role: seat.role, joinedOn: seat.joinedOn, leftOn: null }),
    )
    .execute();
}

/** Ends a seat's time on a team. Says whether there was anything to end. */
export async function takeOffTeam(
  ctx: SeatedCtx,
  teamId: string,
  seat: { seatId: string; leftOn: string },
): Promise<boolean> {
  const done = await ctx.db
    .updateTable('teamSeat')
    .set({ leftOn: seat.leftOn })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('teamId', '=', teamId)
    .where('seatId', '=', seat.seatId)
    .where('leftOn', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The goals a team may be formed to serve: those at work that this actor sees. */
export function readGoalsAtWork(ctx: Ctx): Promise<{ id: string; title: string }[]> {
  return ctx.db
    .selectFrom('record')
    .select(['id', 'title'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('kind', '=', 'goal')
    .where('state', 'in', ['proposed', 'adopted', 'partly', 'carried-over'])
    .orderBy('title')
    .execute();
}

/** The team whose business a meeting or a decision is; null for any other record. */
export async function readTeamOfRecord(ctx: Ctx, recordId: string): Promise<string | null> {
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const { rows } = await sql<{ teamId: string }>`
    select team_id from meeting where partnership_id = ${partnershipId} and id = ${recordId}
    union all
    select team_id from decision where partnership_id = ${partnershipId} and id = ${recordId}
    union all
    select id from team where partnership_id = ${partnershipId} and id = ${recordId}
  `.execute(ctx.db);
  return rows[0]?.teamId ?? null;
}
