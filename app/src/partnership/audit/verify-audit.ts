import type { Pool } from 'pg';

/**
 * What is wrong with the first entry that does not fit:
 * - `changed`: what it says does not give the seal it carries;
 * - `unlinked`: it does not follow from the entry before it;
 * - `missing`: the entry with this number is not there, in between or at the end;
 * - `added`: the chain goes on beyond the last number that was noted down.
 */
export type AuditFault = 'changed' | 'unlinked' | 'missing' | 'added';

export interface AuditBreak {
  /** The audience whose chain it is. */
  chain: string;
  number: number;
  /** When the entry was written; for a missing one, when its nearest neighbour was. */
  at: Date | null;
  reason: AuditFault;
}

export interface AuditVerdict {
  partnership: string;
  /** How many entries in how many chains were looked at. */
  entries: number;
  chains: number;
  /** The first one that does not fit, if there is one. */
  broken: AuditBreak | null;
}

interface VerdictRow {
  name: string;
  entries: number;
  chains: number;
  chain: string | null;
  number: number | null;
  at: Date | null;
  reason: AuditFault | null;
}

/**
 * Recomputes every hash of every chain, looks for gaps, and compares where each chain ends with what
 * was noted down apart from it. For the operator: it runs as the owner of the database and reports
 * counts and positions, never what an entry says.
 */
export async function verifyAudit(
  owner: Pick<Pool, 'query'>,
  partnershipSlug?: string,
): Promise<AuditVerdict[]> {
  const { rows } = await owner.query<VerdictRow>(
    `with placed as (
       select e.*, audit_entry_holds(e) as holds, row_number() over chain as expected,
         coalesce(lag(e.hash) over chain,
           sha256(convert_to(e.partnership_id::text || e.visible_to, 'UTF8'))) as hash_before
       from audit_entry e
       window chain as (partition by e.partnership_id, e.visible_to order by e.number)
     ), checked as (
       select partnership_id, visible_to, least(number, expected) as number, at,
         case
           when number <> expected then 'missing'
           when previous_hash <> hash_before then 'unlinked'
           when not holds then 'changed'
         end as reason
       from placed
     ), chain as (
       select coalesce(e.partnership_id, h.partnership_id) as partnership_id,
         coalesce(e.visible_to, h.visible_to) as visible_to,
         coalesce(e.last, 0) as last, e.hash, e.at, coalesce(h.number, 0) as noted, h.hash as noted_hash
       from (select distinct on (partnership_id, visible_to) partnership_id, visible_to, number as last, hash, at
           from audit_entry order by partnership_id, visible_to, number desc) e
       full join audit_head h on h.partnership_id = e.partnership_id and h.visible_to = e.visible_to
     ), ends as (
       select partnership_id, visible_to, least(last, noted) + case when last = noted then 0 else 1 end as number, at,
         case when last < noted then 'missing' when last > noted then 'added'
           when hash <> noted_hash then 'unlinked' end as reason
       from chain
     ), broken as (
       select distinct on (partnership_id) * from (
         select * from checked where reason is not null
         union all select * from ends where reason is not null) x
       order by partnership_id, at nulls last, visible_to, number
     )
     select p.slug as name,
       (select count(*)::int from audit_entry e where e.partnership_id = p.id) as entries,
       (select count(*)::int from chain c where c.partnership_id = p.id) as chains,
       b.visible_to as chain, b.number, b.at, b.reason
     from partnership p left join broken b on b.partnership_id = p.id
     where $1::text is null or p.slug = $1
     order by p.created_at`,
    [partnershipSlug ?? null],
  );
  return rows.map(({ name, entries, chains, chain, number, at, reason }) => ({
    partnership: name,
    entries,
    chains,
    broken: reason && { chain: chain ?? '', number: Number(number), at, reason },
  }));
}
