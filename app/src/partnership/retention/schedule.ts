import {
  type ProfileName,
  type RecordsClass,
  recordsSchedule,
  type Said,
  type Source,
} from '../jurisdiction/index.ts';

/** What starts the clock of a record, as the database looks it up. */
export type RetentionEvent = 'created' | 'closed' | 'cycle-end' | 'superseded';

/** The classes of a jurisdiction's schedule, and three that no jurisdiction decides. */
export type RetentionClass = RecordsClass | 'transitory' | 'audit' | 'own';

/** Which class a kind of record belongs to, and what starts its clock. */
export interface RetentionKind {
  /** A kind of record, or of what is kept beside the records: `audit`, `mail`. */
  kind: string;
  class: RetentionClass;
  event: RetentionEvent;
}

const kindOf = (kind: string, className: RetentionClass, event: RetentionEvent): RetentionKind => ({
  kind,
  class: className,
  event,
});

/** The database keeps the same lines, because it decides by them what may be removed. */
export const retentionKinds: readonly RetentionKind[] = [
  kindOf('meeting', 'minutes', 'closed'),
  kindOf('decision', 'decisions', 'closed'),
  kindOf('compact', 'agreements', 'superseded'),
  kindOf('team', 'agreements', 'closed'),
  kindOf('seat', 'agreements', 'closed'),
  kindOf('goal', 'reports', 'cycle-end'),
  kindOf('review', 'reports', 'cycle-end'),
  kindOf('lesson', 'reports', 'cycle-end'),
  kindOf('indicator', 'reports', 'cycle-end'),
  kindOf('voice', 'correspondence', 'closed'),
  kindOf('discussion', 'correspondence', 'closed'),
  kindOf('listening-link', 'correspondence', 'closed'),
  kindOf('action', 'working-papers', 'closed'),
  kindOf('roster-import', 'working-papers', 'closed'),
  kindOf('invitation', 'working-papers', 'closed'),
  kindOf('mail', 'transitory', 'closed'),
  kindOf('audit', 'audit', 'created'),
  kindOf('caucus', 'own', 'created'),
];

export interface ScheduleLine extends RetentionKind {
  /** Years from the event on; null for good. */
  years: number | null;
  /** What the jurisdiction's profile says about this class, and where it says so. */
  says: Said | null;
  source: Source | null;
}

/** The whole schedule of a profile: every kind of record with its class and time. */
export function scheduleOf(profile: ProfileName): ScheduleLine[] {
  return retentionKinds.map((kind) => ({ ...kind, ...rule(profile, kind.class) }));
}

function rule(profile: ProfileName, wanted: RetentionClass) {
  const found = recordsSchedule(profile).find((one) => one.class === wanted);
  if (found)
    return {
      years: found.years === 'permanent' ? null : found.years,
      says: found.says,
      source: found.source,
    };
  return { years: wanted === 'transitory' ? 0 : null, says: null, source: null };
}
