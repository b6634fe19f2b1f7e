import type { Locale } from '../../ui/catalogue.ts';

/** A sentence in every language of the product. */
export type Said = Readonly<Record<Locale, string>>;

/** Where a rule is written down, and how far we looked it up ourselves. */
export interface Source {
  /** The statute with its section, the way lawyers name it. */
  citation: string;
  /** Where the statute can be read. */
  url: string;
  /** `YYYY-MM-DD` */
  checkedOn: string;
  /** The text of the law itself, a guide to it, or neither yet. */
  read: 'text' | 'guide' | 'unread';
}

/** One rule as data: what it says for the product, a plain sentence, and its source. */
export interface Rule<Value> {
  value: Value;
  says: Said;
  /** Null for a choice of our own where no law was looked up. */
  source: Source | null;
}

/** Who called a body into being: the one fact on which most open-meeting laws turn. */
export const authorities = [
  'board-itself',
  'board-action',
  'law',
  'board-task',
  'superintendent',
  'partners',
  'association',
] as const;
export type Authority = (typeof authorities)[number];

/** How long before a meeting its agenda must be public, in hours. */
export interface NoticeHours {
  regular: number;
  special: number;
  emergency: number;
  /** Whether Saturdays, Sundays and legal holidays count. */
  skips: 'nothing' | 'weekends-and-holidays';
}

export const meetingSorts = ['regular', 'special', 'emergency'] as const;
export type MeetingSort = (typeof meetingSorts)[number];

/** From how many members on talking in turns outside a meeting becomes one. */
export const serialCounts = ['quorum', 'majority-of-quorum'] as const;
export type SerialCount = (typeof serialCounts)[number];

/** Records that are kept for the same time. */
export const recordsClasses = [
  'minutes',
  'decisions',
  'agreements',
  'reports',
  'correspondence',
  'working-papers',
] as const;
export type RecordsClass = (typeof recordsClasses)[number];

/** How long one class of records is kept: nothing of it is destroyed before. */
export interface Retention {
  class: RecordsClass;
  years: number | 'permanent';
  says: Said;
  source: Source | null;
}

export const profileNames = ['generic', 'california', 'massachusetts', 'illinois'] as const;
export type ProfileName = (typeof profileNames)[number];

/** The rules of one jurisdiction, as far as the product acts on them. */
export interface Profile {
  name: ProfileName;
  /** Grows with every change of a value: a review is of one edition. */
  edition: string;
  title: Said;
  about: Said;
  /** Is a body that was created this way covered by the open-meeting law? */
  covered: Readonly<Record<Authority, Rule<boolean>>>;
  notice: Rule<NoticeHours>;
  quorum: Rule<'majority'>;
  serial: Rule<SerialCount>;
  /** One opinion sent to a quorum is deliberation already, also without an answer. */
  oneWay: Rule<boolean>;
  votes: Rule<'named'>;
  comment: Rule<'required' | 'by-leave-of-the-chair'>;
  minutes: Rule<'required'>;
  bargaining: Rule<'required' | 'unknown' | 'none'>;
  retention: readonly Retention[];
}
