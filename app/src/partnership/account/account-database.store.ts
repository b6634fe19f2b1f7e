import { createHash } from 'node:crypto';
import { CamelCasePlugin, type ColumnType, type Generated, Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { TicketPurpose, Way } from './account.ts';

/** The schema `auth`, which the sign-in role alone reads. */
export interface AccountTables {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: Generated<boolean>;
    locale: string;
    demo: Generated<boolean>;
    createdAt: Date;
  };
  session: {
    id: string;
    tokenHash: Buffer;
    accountId: string;
    way: Way;
    device: string;
    openedAt: Date;
    usedAt: Date;
    expiresAt: Date;
  };
  password: { accountId: string; hash: string; changedAt: Date };
  passkey: {
    id: string;
    accountId: string;
    name: string;
    publicKey: Buffer;
    counter: number;
    transports: string[];
    addedAt: Date;
    usedAt: Date | null;
  };
  authenticator: {
    accountId: string;
    secret: string;
    startedAt: Date;
    confirmedAt: Date | null;
    lastStep: Generated<number>;
  };
  recoveryCode: { accountId: string; codeHash: Buffer; usedAt: Date | null };
  districtIdentity: {
    issuer: string;
    subject: string;
    accountId: string;
    linkedAt: Date;
    usedAt: Date | null;
  };
  ticket: {
    tokenHash: Buffer;
    purpose: TicketPurpose;
    accountId: string | null;
    content: ColumnType<Record<string, unknown>, string, string>;
    tries: Generated<number>;
    expiresAt: Date;
  };
}

/** The sign-in role's handle on its tables. */
export type AccountDatabase = Kysely<AccountTables>;

export function accountDatabaseOn(pool: Pool): AccountDatabase {
  return new Kysely<AccountTables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  }).withSchema('auth');
}

/** What is kept of a token that somebody else holds. Tokens are long and random, so this needs no salt. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
