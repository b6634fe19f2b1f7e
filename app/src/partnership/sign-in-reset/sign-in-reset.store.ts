import { sql } from 'kysely';
import { notFound, type SeatedCtx } from '../access/server.ts';
import type { SignInReset } from './sign-in-reset.ts';

const columns = sql`
  select r.id, r.asked_at, r.opens_at, r.stopped_at, r.stopped_by_seat, r.given_at,
    (select jsonb_agg(jsonb_build_object('seatId', s.id, 'seat', s.title, 'organization', o.name, 'name', p.name)
       order by x.place)
     from (values (1, r.first_seat, r.first_person), (2, r.second_seat, r.second_person)) x (place, seat, person)
     join seat s on s.partnership_id = r.partnership_id and s.id = x.seat
     join organization o on o.partnership_id = s.partnership_id and o.id = s.organization_id
     join person p on p.partnership_id = r.partnership_id and p.id = x.person) as people
  from sign_in_reset r`;

export async function readReset(ctx: SeatedCtx, id: string): Promise<SignInReset> {
  const { rows } = await sql<SignInReset>`
    ${columns} where r.partnership_id = ${ctx.actor.partnership.id} and r.id = ${id}
  `.execute(ctx.db);
  if (!rows[0]) throw notFound();
  return rows[0];
}

/** The one that waits, if there is one. */
export async function readWaitingReset(ctx: SeatedCtx): Promise<SignInReset | undefined> {
  const { rows } = await sql<SignInReset>`
    ${columns} where r.partnership_id = ${ctx.actor.partnership.id}
      and r.stopped_at is null and r.given_at is null
  `.execute(ctx.db);
  return rows[0];
}

/** @returns false when it was stopped already, or the links were given. */
export async function stopWaitingReset(ctx: SeatedCtx, id: string): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    select stop_sign_in_reset(${id}::uuid, ${ctx.clock.now()}) as stopped
  `.execute(ctx.db);
  return rows[0]?.stopped ?? false;
}
