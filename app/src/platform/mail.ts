import type { Database } from './database/database.ts';

export interface Letter {
  to: string;
  subject: string;
  body: string;
}

/**
 * Puts a letter in the outbox, in the same transaction as its cause. Without a mail server the
 * letter is shown to `visibleTo` (the person who caused it), or only to the operator.
 */
export async function postLetter(
  db: Database,
  letter: Letter & {
    id: string;
    at: Date;
    partnershipId?: string | null;
    visibleTo?: string | null;
  },
): Promise<void> {
  await db
    .insertInto('mail')
    .values({
      id: letter.id,
      partnershipId: letter.partnershipId ?? null,
      visibleTo: letter.visibleTo ?? null,
      toAddress: letter.to,
      subject: letter.subject,
      body: letter.body,
      createdAt: letter.at,
      nextTryAt: letter.at,
    })
    .execute();
}
