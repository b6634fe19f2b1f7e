/** What every record of the chain has in common. Read this first. */
export const recordKinds = [
  'compact',
  'voice',
  'goal',
  'team',
  'meeting',
  'decision',
  'action',
  'review',
  'lesson',
] as const;

export type RecordKind = (typeof recordKinds)[number];

/** The states of each kind, in the order in which they usually come. */
export const recordStates = {
  compact: ['draft', 'offered', 'in-force', 'superseded'],
  voice: ['waiting', 'answered', 'taken-up'],
  goal: ['proposed', 'adopted', 'reached', 'partly', 'not-reached', 'carried-over'],
  team: ['forming', 'working', 'ended'],
  meeting: ['planned', 'held', 'minutes-offered', 'minutes-approved', 'skipped'],
  decision: ['draft', 'open', 'revealed', 'passed', 'not-passed'],
  action: ['open', 'done', 'dropped'],
  review: ['written'],
  lesson: ['draft', 'shared'],
} as const satisfies Record<RecordKind, readonly string[]>;

export type RecordStateOf<Kind extends RecordKind = RecordKind> =
  (typeof recordStates)[Kind][number];

/** A record as lists, chains and heads show it. */
export interface RecordHead {
  id: string;
  kind: RecordKind;
  title: string;
  state: RecordStateOf;
  visibleTo: string;
  createdAt: Date;
  changedAt: Date;
  createdBySeat: string | null;
}

/** The path of a record's page. */
export function recordPath(slug: string, record: { kind: RecordKind; id: string }): string {
  return `/p/${slug}/${record.kind === 'compact' ? 'compact' : `${record.kind}s`}/${record.id}`;
}
