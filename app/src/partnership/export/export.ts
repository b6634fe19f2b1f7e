import type { Locale } from '../../ui/index.ts';
import type { SeatedActor } from '../access/index.ts';

export const exportScopes = ['topic', 'person', 'partnership'] as const;
export type ExportScope = (typeof exportScopes)[number];

/** A copy for somebody who asked for records, while it is prepared and afterwards. */
export interface RecordsRequest {
  id: string;
  scope: ExportScope;
  recordId: string | null;
  personId: string | null;
  askedBy: string;
  askedOn: string;
  locale: Locale;
  withOwn: boolean;
  madeBySeat: string;
  createdAt: Date;
  reviewedAt: Date | null;
  reviewedDigest: string | null;
  madeAt: Date | null;
  fileDigest: string | null;
}

/** One row of one table, as it stands in the database. */
export interface ExportRow {
  /** The record it belongs to; null for what belongs to none. */
  about: string | null;
  table: string;
  /** What tells it from the other rows of its table. */
  key: string;
  /** Its JSON, as the database writes it. */
  content: string;
}

/** Something that does not leave: a whole item, or words wherever they stand in it. */
export interface LeftOut {
  id: string;
  /** `record:<id>` with all that belongs to it, `<table>:<key>`; null for everywhere. */
  item: string | null;
  passage: string | null;
  reason: string;
  namedBySeat: string;
  namedAt: Date;
}

export type Content = Readonly<Record<string, unknown>>;

/** Leads answer for their organization, and so for what leaves. */
export function mayPrepareExport(actor: SeatedActor): boolean {
  return actor.seat.lead;
}
