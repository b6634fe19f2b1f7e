import { sql } from 'kysely';
import { notFound, type SeatedCtx } from '../access/server.ts';
import type { CaucusPerson, CaucusSpace } from './caucus.ts';

const mine = ({ actor }: SeatedCtx) => ({
  partnershipId: actor.partnership.id,
  organizationId: actor.seat.organizationId,
  personId: actor.seat.personId,
});

/** The own organization's caucus: its keys and its people. Three queries. */
export async function readSpace(ctx: SeatedCtx): Promise<CaucusSpace> {
  const { partnershipId, organizationId, personId } = mine(ctx);
  const generations = await ctx.db
    .selectFrom('caucusGeneration')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'caucusGeneration.partnershipId')
        .onRef('person.id', '=', 'caucusGeneration.madeBy'),
    )
    .select(['generation', 'previous', 'link', 'person.name as madeBy', 'madeAt'])
    .select(['recoveryRecipient', 'recoveryWrapped', 'recoveryStatement'])
    .where('caucusGeneration.partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .orderBy('generation')
    .execute();
  const privateKey = await ctx.db
    .selectFrom('caucusPrivateKey')
    .select(['byPassphrase', 'passkey', 'byPasskey'])
    .where('partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  const generation = generations.at(-1)?.generation ?? 0;
  const everybody = await readPeople(ctx, generation);
  return {
    partnershipId,
    organizationId,
    personId,
    lead: ctx.actor.seat.lead,
    generation,
    generations,
    people: everybody.filter(({ sits }) => sits),
    keyIsStale: everybody.some(({ sits }) => !sits),
    privateKey: privateKey ?? null,
  };
}

/** Everybody who sits for the organization today, and whoever has its newest key without sitting there. */
async function readPeople(
  ctx: SeatedCtx,
  generation: number,
): Promise<(CaucusPerson & { sits: boolean })[]> {
  const { partnershipId, organizationId } = mine(ctx);
  const { rows } = await sql<{
    personId: string;
    name: string;
    seat: string | null;
    lead: boolean | null;
    recipient: string | null;
    wrapped: Buffer | null;
    statement: Buffer | null;
  }>`
    with sitting as (
      select t.person_id, min(s.title) as seat, bool_or(s.lead) as lead
      from seat s join term t on t.partnership_id = s.partnership_id and t.seat_id = s.id
      where s.partnership_id = ${partnershipId} and s.organization_id = ${organizationId}
        and s.closed_on is null
        and term_runs(t, (select local_day(${partnershipId}::uuid, ${ctx.clock.now()})))
      group by t.person_id)
    select p.id as person_id, p.name, sitting.seat, sitting.lead, m.recipient, a.wrapped, a.statement
    from person p
    left join sitting on sitting.person_id = p.id
    left join caucus_member m on m.partnership_id = p.partnership_id
      and m.organization_id = ${organizationId} and m.person_id = p.id
    left join caucus_access a on a.partnership_id = p.partnership_id and a.generation = ${generation}
      and a.organization_id = ${organizationId} and a.person_id = p.id and a.recipient = m.recipient
    where p.partnership_id = ${partnershipId} and (sitting.person_id is not null
      or exists (select from caucus_access held where held.partnership_id = p.partnership_id
        and held.organization_id = ${organizationId} and held.generation = ${generation} and held.person_id = p.id))
    order by sitting.lead desc nulls last, p.name, p.id
  `.execute(ctx.db);
  return rows.map(({ personId, name, seat, lead, recipient, wrapped, statement }) => ({
    personId,
    name,
    seat: seat ?? '',
    lead: lead ?? false,
    recipient,
    access: wrapped && statement ? { wrapped, statement } : null,
    sits: seat !== null,
  }));
}

export interface ThreadListed {
  id: string;
  personId: string;
  generation: number;
  head: Uint8Array;
  changedAt: Date;
  posts: number;
}

/** The threads of the own organization, sealed, the latest first. */
export async function readThreads(ctx: SeatedCtx): Promise<ThreadListed[]> {
  const { partnershipId, organizationId } = mine(ctx);
  return ctx.db
    .selectFrom('caucusThread as thread')
    .select(['id', 'personId', 'generation', 'head', 'changedAt'])
    .select((eb) =>
      eb
        .selectFrom('caucusPost as post')
        .select((count) => count.fn.countAll<number>().as('posts'))
        .whereRef('post.partnershipId', '=', 'thread.partnershipId')
        .whereRef('post.organizationId', '=', 'thread.organizationId')
        .whereRef('post.threadId', '=', 'thread.id')
        .where('post.removedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('posts'),
    )
    .where('thread.partnershipId', '=', partnershipId)
    .where('thread.organizationId', '=', organizationId)
    .orderBy('thread.changedAt', 'desc')
    .orderBy('thread.id')
    .execute();
}

export interface PostShown {
  id: string;
  personId: string;
  name: string;
  generation: number;
  version: number;
  /** Null when its author removed it. */
  body: Uint8Array | null;
  createdAt: Date;
  changedAt: Date;
}

export interface ThreadShown extends Omit<ThreadListed, 'posts' | 'changedAt'> {
  posts: readonly PostShown[];
}

export async function readThread(ctx: SeatedCtx, id: string): Promise<ThreadShown> {
  const { partnershipId, organizationId } = mine(ctx);
  const thread = await ctx.db
    .selectFrom('caucusThread')
    .select(['id', 'personId', 'generation', 'head'])
    .where('partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!thread) throw notFound();
  const posts = await ctx.db
    .selectFrom('caucusPost as post')
    .innerJoin('person', (join) =>
      join
        .onRef('person.partnershipId', '=', 'post.partnershipId')
        .onRef('person.id', '=', 'post.personId'),
    )
    .select(['post.id', 'post.personId', 'person.name', 'post.generation', 'post.version'])
    .select(['post.body', 'post.createdAt', 'post.changedAt'])
    .where('post.partnershipId', '=', partnershipId)
    .where('post.organizationId', '=', organizationId)
    .where('post.threadId', '=', id)
    .orderBy('post.createdAt')
    .orderBy('post.id')
    .execute();
  return { ...thread, posts };
}
