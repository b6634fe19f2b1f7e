import type { Pool } from 'pg';

export interface AuditVerdict {
  partnership: string;
  /** How many entries in how many chains were proven whole. */
  entries: number;
  chains: number;
  /** The first entry that does not fit, if there is one. */
  broken: { chain: string; number: number; at: Date; reason: 'changed' | 'missing' } | null;
}

/**
 * Recomputes every hash of every chain. For the operator: it runs as the owner of the database and
 * reports counts and positions, never what an entry says.
 */
export async function verifyAudit(
  owner: Pick<Pool, 'query'>,
  partnershipSlug?: string,
): Promise<AuditVerdict[]> {
  const { rows } = await owner.query<{
    name: string;
    entries: number;
    chains: number;
    chain: string | null;
    number: number | null;
    at: Date | null;
    reason: 'changed' | 'missing' | null;
  }>(
    `with checked as (
       select e.partnership_id, e.visible_to, e.number, e.at,
         case
           when e.number <> row_number() over chain
             or e.previous_hash <> coalesce(lag(e.hash) over chain,
               sha256(convert_to(e.partnership_id::text || e.visible_to, 'UTF8'))) then 'missing'
           when e.hash <> audit_hash(e.previous_hash, e.partnership_id, e.visible_to, e.number, e.at,
             e.person_id, e.seat_id, e.action, e.record_id, e.details) then 'changed'
         end as reason
       from audit_entry e
       window chain as (partition by e.partnership_id, e.visible_to order by e.number)
     ), cut as (
       select h.partnership_id, h.visible_to, h.number, null::timestamptz as at, 'missing' as reason
       from audit_head h
       where h.number > 0 and not exists (select from audit_entry e where e.partnership_id = h.partnership_id
         and e.visible_to = h.visible_to and e.number = h.number and e.hash = h.hash)
     ), broken as (
       select distinct on (partnership_id) * from (
         select partnership_id, visible_to, number, at, reason from checked where reason is not null
         union all select * from cut) x
       order by partnership_id, at nulls last, number
     )
     select p.slug as name,
       (select count(*) from audit_entry e where e.partnership_id = p.id) as entries,
       (select count(distinct visible_to) from audit_entry e where e.partnership_id = p.id) as chains,
       b.visible_to as chain, b.number, b.at, b.reason
     from partnership p left join broken b on b.partnership_id = p.id
     where $1::text is null or p.slug = $1
     order by p.created_at`,
    [partnershipSlug ?? null],
  );
  return rows.map((row) => ({
    partnership: row.name,
    entries: row.entries,
    chains: row.chains,
    broken: row.reason
      ? {
          chain: row.chain ?? '',
          number: row.number ?? 0,
          at: row.at ?? new Date(0),
          reason: row.reason,
        }
      : null,
  }));
}
