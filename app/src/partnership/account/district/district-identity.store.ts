import type { SignIn } from '../sign-in.server.ts';

export interface DistrictIdentity {
  issuer: string;
  subject: string;
}

/** The account that this person of the provider signs in to. */
export async function findLinkedAccount(
  { db, clock }: SignIn,
  { issuer, subject }: DistrictIdentity,
): Promise<string | null> {
  const row = await db
    .updateTable('districtIdentity')
    .set({ usedAt: clock.now() })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('accountId')
    .executeTakeFirst();
  return row?.accountId ?? null;
}

/** Ties the two together; false when this person of the provider opens another account already. */
export async function linkDistrict(
  { db, clock }: SignIn,
  accountId: string,
  { issuer, subject }: DistrictIdentity,
): Promise<boolean> {
  const linked = await db.transaction().execute(async (tx) => {
    const other = await tx
      .selectFrom('districtIdentity')
      .select('accountId')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .where('accountId', '!=', accountId)
      .executeTakeFirst();
    if (other) return undefined;
    await tx
      .deleteFrom('districtIdentity')
      .where('accountId', '=', accountId)
      .where('issuer', '=', issuer)
      .execute();
    return tx
      .insertInto('districtIdentity')
      .values({ issuer, subject, accountId, linkedAt: clock.now(), usedAt: null })
      .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
      .returning('accountId')
      .executeTakeFirst();
  });
  return linked !== undefined;
}

export async function readDistrictLink(
  { db }: SignIn,
  accountId: string,
): Promise<{ linkedAt: Date; usedAt: Date | null } | null> {
  const row = await db
    .selectFrom('districtIdentity')
    .select(['linkedAt', 'usedAt'])
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return row ?? null;
}

export async function unlinkDistrict({ db }: SignIn, accountId: string): Promise<void> {
  await db.deleteFrom('districtIdentity').where('accountId', '=', accountId).execute();
}
