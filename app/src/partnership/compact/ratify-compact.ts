import { allow, notFound, type SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { setState } from '../record/server.ts';
import { type OrganizationSeated, readOrganizationsSeated } from './seated-organizations.store.ts';

/**
 * Ratifies for the acting seat's organization. When every organization that has a lead at the table
 * has ratified, from two sides at least, the compact is in force and the one before it is
 * superseded. Nobody makes a compact with themselves.
 */
export async function ratifyCompact(ctx: SeatedCtx, id: string): Promise<{ inForce: boolean }> {
  const { actor, db } = ctx;
  allow(actor.seat.lead);
  const partnershipId = actor.partnership.id;
  const now = ctx.clock.now();
  const compact = await db
    .selectFrom('compact')
    .select(['visibleTo', 'offeredAt', 'inForceAt'])
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!compact?.offeredAt) throw notFound();
  const { visibleTo } = compact;
  await db
    .insertInto('ratification')
    .values({
      partnershipId,
      compactId: id,
      organizationId: actor.seat.organizationId,
      visibleTo,
      seatId: actor.seat.seatId,
      personId: actor.seat.personId,
      ratifiedAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await audit(ctx, 'compact.ratified', { visibleTo, recordId: id });
  const organizations = await readOrganizationsSeated(ctx, id);
  if (compact.inForceAt || !allHaveRatified(organizations)) {
    return { inForce: compact.inForceAt !== null };
  }
  await supersede(ctx);
  await db
    .updateTable('compact')
    .set({ inForceAt: now })
    .where('partnershipId', '=', partnershipId)
    .where('id', '=', id)
    .execute();
  await setState(ctx, { kind: 'compact', id }, 'in-force');
  await audit(ctx, 'compact.in-force', { visibleTo, recordId: id });
  return { inForce: true };
}

async function supersede(ctx: SeatedCtx): Promise<void> {
  await ctx.db
    .updateTable('record')
    .set({ state: 'superseded', changedAt: ctx.clock.now() })
    .where('partnershipId', '=', ctx.actor.partnership.id)
    .where('kind', '=', 'compact')
    .where('state', '=', 'in-force')
    .execute();
}

function allHaveRatified(organizations: readonly OrganizationSeated[]): boolean {
  const sides = new Set(organizations.map(({ constituency }) => constituency));
  return sides.size > 1 && organizations.every(({ ratified }) => ratified);
}
