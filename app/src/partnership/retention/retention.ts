import type { ProfileName } from '../jurisdiction/index.ts';
import type { RetentionClass, RetentionEvent } from './schedule.ts';

/** How long one record is kept, and whether a legal hold keeps it whatever the schedule says. */
export interface Retention {
  id: string;
  profile: ProfileName;
  class: RetentionClass;
  event: RetentionEvent;
  /** Years from the event on; null for good. */
  years: number | null;
  /** The day of the event; null while it has not come. */
  startedOn: string | null;
  /** The last day, as the database counts. */
  keptUntil: string | null;
  held: boolean;
}
