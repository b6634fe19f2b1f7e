import type { Pool } from 'pg';
import type { PartnershipHere } from '../access/index.ts';
import { type Ctx, enterSeat, readAudiences, type SeatedCtx } from '../access/server.ts';
import { readImporter } from './importer.store.ts';

/**
 * Takes the seat that imports, the administration's lead, for a command without a session. Whoever
 * holds it today is the one in whose name it happens; null when nobody does.
 */
export async function enterImporter(
  owner: Pick<Pool, 'query'>,
  base: Omit<Ctx, 'actor'>,
  slug: string,
): Promise<SeatedCtx | null> {
  const at = base.clock.now();
  const seat = await readImporter(owner, slug, at);
  if (!seat || !(await enterSeat(base.db, { ...seat, at }))) return null;
  const partnership: PartnershipHere = await base.db
    .selectFrom('partnership')
    .select(['id', 'slug', 'name', 'level', 'place', 'timeZone', 'locale', 'demo'])
    .executeTakeFirstOrThrow()
    .then((row) => row as PartnershipHere);
  const audiences = await readAudiences(base.db);
  return { ...base, actor: { account: null, partnership, seat, audiences, seats: [seat] } };
}
