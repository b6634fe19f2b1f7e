import type { SeatedCtx } from '../access/server.ts';
import type { Access, Recovery } from './sealing/steps.ts';

/** The columns that say whose row it is, for the acting person's own organization. */
export function own({ actor }: SeatedCtx) {
  const { organizationId } = actor.seat;
  return {
    partnershipId: actor.partnership.id,
    organizationId,
    visibleTo: `caucus:${organizationId}`,
  };
}

/** Bytes as the driver wants them. */
const bytes = (value: Uint8Array) => Buffer.from(value);

export interface PersonKeyMade {
  recipient: string;
  byPassphrase: Uint8Array;
}

/** The acting person's own key pair; one that was there before is replaced. */
export async function storePersonKey(ctx: SeatedCtx, made: PersonKeyMade): Promise<void> {
  const { personId } = ctx.actor.seat;
  const key = { ...own(ctx), personId };
  const member = { recipient: made.recipient, madeAt: ctx.clock.now() };
  await ctx.db
    .insertInto('caucusMember')
    .values({ ...key, ...member })
    .onConflict((meets) =>
      meets.columns(['partnershipId', 'organizationId', 'personId']).doUpdateSet(member),
    )
    .execute();
  const kept = { byPassphrase: bytes(made.byPassphrase), passkey: null, byPasskey: null };
  await ctx.db
    .insertInto('caucusPrivateKey')
    .values({ ...key, ...kept, visibleTo: `person:${personId}` })
    .onConflict((meets) =>
      meets.columns(['partnershipId', 'organizationId', 'personId']).doUpdateSet(kept),
    )
    .execute();
}

/** The same private key, wrapped for a passkey as well. False when there is none. */
export async function storePasskey(
  ctx: SeatedCtx,
  { passkey, byPasskey }: { passkey: string; byPasskey: Uint8Array },
): Promise<boolean> {
  const { partnershipId, organizationId } = own(ctx);
  const { numUpdatedRows } = await ctx.db
    .updateTable('caucusPrivateKey')
    .set({ passkey, byPasskey: bytes(byPasskey) })
    .where('partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .where('personId', '=', ctx.actor.seat.personId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

const recoveryColumns = (recovery: Recovery) => ({
  recoveryRecipient: recovery.recoveryRecipient,
  recoveryWrapped: bytes(recovery.recoveryWrapped),
  recoveryStatement: bytes(recovery.recoveryStatement),
});

export async function insertGeneration(
  ctx: SeatedCtx,
  made: Recovery & {
    generation: number;
    previous: Uint8Array | null;
    link: Uint8Array | null;
  },
): Promise<void> {
  await ctx.db
    .insertInto('caucusGeneration')
    .values({
      ...own(ctx),
      ...recoveryColumns(made),
      generation: made.generation,
      previous: made.previous && bytes(made.previous),
      link: made.link && bytes(made.link),
      madeBy: ctx.actor.seat.personId,
      madeAt: ctx.clock.now(),
    })
    .execute();
}

/** A new recovery key for the newest generation. False when that is another one by now. */
export async function storeRecovery(
  ctx: SeatedCtx,
  recovery: Recovery & { generation: number },
): Promise<boolean> {
  const { partnershipId, organizationId } = own(ctx);
  const { numUpdatedRows } = await ctx.db
    .updateTable('caucusGeneration')
    .set(recoveryColumns(recovery))
    .where('partnershipId', '=', partnershipId)
    .where('organizationId', '=', organizationId)
    .where('generation', '=', recovery.generation)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertAccess(
  ctx: SeatedCtx,
  generation: number,
  access: readonly Access[],
): Promise<void> {
  if (access.length === 0) return;
  await ctx.db
    .insertInto('caucusAccess')
    .values(
      access.map(({ personId, recipient, wrapped, statement }) => ({
        ...own(ctx),
        generation,
        personId,
        recipient,
        wrapped: bytes(wrapped),
        statement: bytes(statement),
        letInBy: ctx.actor.seat.personId,
        letInAt: ctx.clock.now(),
      })),
    )
    .execute();
}
