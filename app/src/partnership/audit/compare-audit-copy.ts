import type { Pool } from 'pg';
import { z } from 'zod';

const line = z.object({
  partnershipId: z.uuid(),
  visibleTo: z.string(),
  number: z.number().int().positive(),
  at: z.iso.datetime(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

export interface AuditCopyVerdict {
  /** How many lines the copy has. */
  lines: number;
  /** The first line of the copy that the trail does not have, or has otherwise. */
  differs: { chain: string; number: number; at: Date; reason: 'missing' | 'rewritten' } | null;
}

/** The copy is no file of this partnership's audit trail: which line says so. */
export class NotACopy extends Error {
  override readonly name = 'NotACopy';
  readonly line: number;
  constructor(line: number) {
    super(`Line ${line} is not a line of this audit trail.`);
    this.line = line;
  }
}

/**
 * Compares the trail with a file that somebody downloaded earlier. A chain that was written anew with
 * all its hashes is whole in itself; only this gives it away.
 * @throws {NotACopy} when a line is not one of this partnership's trail
 */
export async function compareAuditCopy(
  owner: Pick<Pool, 'query'>,
  partnershipSlug: string,
  copy: string,
): Promise<AuditCopyVerdict> {
  const partnership = await owner.query<{ id: string }>(
    'select id from partnership where slug = $1',
    [partnershipSlug],
  );
  const id = partnership.rows[0]?.id;
  const kept = copy
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text, place) => readLine(text, place + 1, id));
  const { rows } = await owner.query<{ place: string; found: boolean }>(
    `select k.place, e.hash is not null as found
     from unnest($2::text[], $3::bigint[], $4::text[]) with ordinality k (visible_to, number, hash, place)
     left join audit_entry e on e.partnership_id = $1 and e.visible_to = k.visible_to and e.number = k.number
     where e.hash is null or encode(e.hash, 'hex') <> k.hash
     order by k.place limit 1`,
    [
      id,
      kept.map((each) => each.visibleTo),
      kept.map((each) => each.number),
      kept.map((each) => each.hash),
    ],
  );
  const [first] = rows;
  const differing = first && kept[Number(first.place) - 1];
  return {
    lines: kept.length,
    differs: differing
      ? {
          chain: differing.visibleTo,
          number: differing.number,
          at: new Date(differing.at),
          reason: first.found ? 'rewritten' : 'missing',
        }
      : null,
  };
}

function readLine(text: string, number: number, partnershipId: string | undefined) {
  const read = line.safeParse(jsonOf(text));
  if (!read.success || read.data.partnershipId !== partnershipId) throw new NotACopy(number);
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
