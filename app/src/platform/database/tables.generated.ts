// Written by `npm run types` from the migrated database; a test fails when it is out of date.
import type { ColumnType } from 'kysely';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
/** Written as text, because the driver would turn a JavaScript array into an SQL array. */
type JsonColumn = ColumnType<Json, string, string>;
/** Read as text, because a number would lose digits. */
type Numeric = ColumnType<string, string | number, string | number>;
/** May be left out when a row is added. */
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;
/** Computed by the database. */
export type Computed<T> =
  T extends ColumnType<infer S, infer _I, infer _U> ? ColumnType<S, never, never> : ColumnType<T, never, never>;

export interface ActionTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  teamId: string | null;
  ownerSeat: string;
  dueOn: string;
  details: Generated<string>;
  closedAt: Date | null;
  closingNote: Generated<string>;
}

export interface AgendaItemTable {
  partnershipId: string;
  id: string;
  meetingId: string;
  visibleTo: string;
  position: number;
  title: string;
  recordId: string | null;
  broughtBySeat: string | null;
  carriedFrom: string | null;
  outcome: Generated<"open" | "done" | "carried">;
  note: Generated<string>;
  forAction: Generated<boolean>;
}

export interface AttendanceTable {
  partnershipId: string;
  meetingId: string;
  seatId: string;
  visibleTo: string;
  presence: "present" | "alternate" | "absent";
  notedAt: Date;
}

export interface AuditEntryTable {
  partnershipId: string;
  visibleTo: string;
  number: number;
  at: Date;
  personId: string | null;
  seatId: string | null;
  action: string;
  recordId: string | null;
  details: Generated<JsonColumn>;
  previousHash: Buffer;
  hash: Buffer;
}

export interface AuditHeadTable {
  partnershipId: string;
  visibleTo: string;
  number: number;
  hash: Buffer;
}

export interface BeingRemovedTable {
  partnershipId: string;
  recordId: string;
}

export interface CaucusAccessTable {
  partnershipId: string;
  organizationId: string;
  generation: number;
  personId: string;
  recipient: string;
  visibleTo: string;
  wrapped: Buffer;
  statement: Buffer;
  letInBy: string;
  letInAt: Date;
}

export interface CaucusGenerationTable {
  partnershipId: string;
  organizationId: string;
  generation: number;
  visibleTo: string;
  previous: Buffer | null;
  link: Buffer | null;
  recoveryRecipient: string;
  recoveryWrapped: Buffer;
  recoveryStatement: Buffer;
  madeBy: string;
  madeAt: Date;
}

export interface CaucusMemberTable {
  partnershipId: string;
  organizationId: string;
  personId: string;
  visibleTo: string;
  recipient: string;
  madeAt: Date;
}

export interface CaucusPostTable {
  partnershipId: string;
  organizationId: string;
  id: string;
  threadId: string;
  visibleTo: string;
  generation: number;
  personId: string;
  version: number;
  body: Buffer | null;
  createdAt: Date;
  changedAt: Date;
  removedAt: Date | null;
}

export interface CaucusPrivateKeyTable {
  partnershipId: string;
  organizationId: string;
  personId: string;
  visibleTo: string;
  byPassphrase: Buffer;
  passkey: string | null;
  byPasskey: Buffer | null;
}

export interface CaucusThreadTable {
  partnershipId: string;
  organizationId: string;
  id: string;
  visibleTo: string;
  generation: number;
  personId: string;
  head: Buffer;
  createdAt: Date;
  changedAt: Date;
}

export interface CompactTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  version: number;
  preamble: Generated<string>;
  offeredAt: Date | null;
  inForceAt: Date | null;
  reviewOn: string | null;
}

export interface CompactLineTable {
  partnershipId: string;
  compactId: string;
  visibleTo: string;
  position: number;
  sort: "principle" | "behavior";
  body: string;
}

export interface CycleTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  number: number;
  name: string;
  startsOn: string;
  actOn: string;
  reflectOn: string;
  endsOn: string;
  closedAt: Date | null;
}

export interface CycleCarriedTable {
  partnershipId: string;
  cycleId: string;
  recordId: string;
  visibleTo: string;
  note: Generated<string>;
  createdAt: Date;
}

export interface DecisionTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  teamId: string;
  background: Generated<string>;
  proposal: string;
  domain: "instruction" | "schedule" | "professional-learning" | "student-support" | "family-engagement" | "safety" | "facilities" | "budget" | "personnel" | "governance" | "other";
  authority: "administration" | "board" | "educators" | "shared";
  level: "informed" | "consulted" | "recommend" | "joint-consent" | "joint-consensus" | "delegated";
  scale: "fist-to-five" | "gradients" | "consent" | "majority" | "supermajority";
  line: string | null;
  fallback: string;
  closesAt: Date;
  reviewOn: string;
  round: Generated<number>;
  openedAt: Date | null;
  closedAt: Date | null;
  outcome: "passed" | "not-passed" | null;
  outcomeReasons: ColumnType<Json | null, string | null, string | null>;
  outcomeNote: Generated<string>;
  reviewedAt: Date | null;
  reviewNote: Generated<string>;
}

export interface DecisionElectorTable {
  partnershipId: string;
  decisionId: string;
  seatId: string;
  visibleTo: string;
  constituency: string;
  spokenRound: Generated<number>;
}

export interface DecisionGateTable {
  partnershipId: string;
  decisionId: string;
  constituency: string;
  visibleTo: string;
  quorum: number;
  gate: "consent" | "majority" | "supermajority" | "none";
}

export interface DecisionRoundTable {
  partnershipId: string;
  decisionId: string;
  round: number;
  visibleTo: string;
  proposal: string;
  closesAt: Date;
  openedAt: Date;
  revealedAt: Date | null;
  meetingId: string | null;
}

export interface DiscussionPostTable {
  partnershipId: string;
  id: string;
  recordId: string;
  visibleTo: string;
  seatId: string;
  personId: string;
  body: string;
  createdAt: Date;
  changedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface DiscussionWithdrawnTable {
  partnershipId: string;
  postId: string;
  visibleTo: string;
  body: string;
  withdrawnAt: Date;
}

export interface DissentTable {
  partnershipId: string;
  decisionId: string;
  seatId: string;
  visibleTo: string;
  body: string;
  writtenAt: Date;
}

export interface GoalTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  howMuch: Generated<string>;
  forWhom: Generated<string>;
  byWhen: string;
  why: Generated<string>;
  indicatorId: string | null;
  keeperSeat: string;
  adoptedAt: Date | null;
  closedAt: Date | null;
}

export interface GoalEndorsementTable {
  partnershipId: string;
  goalId: string;
  organizationId: string;
  visibleTo: string;
  seatId: string;
  endorsedAt: Date;
}

export interface HeldVoiceTable {
  partnershipId: string;
  id: string;
  linkId: string;
  state: Generated<"held" | "released" | "set-aside">;
  reasons: string[];
  title: string;
  sort: "concern" | "idea" | "question" | "praise";
  body: string;
  locale: string;
  constituency: string | null;
  receiptHash: Buffer;
  heldAt: Date;
  asideReason: "names-student" | "insults" | "threatens" | "advertises" | "repeats" | null;
  asideAt: Date | null;
  asideSeat: string | null;
  asidePerson: string | null;
  asideConstituency: string | null;
  settledAt: Date | null;
  settledSeat: string | null;
}

export interface IndicatorTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  name: string;
  unit: Generated<string>;
  wanted: "up" | "down";
  baseline: ColumnType<string | null, string | number | null, string | number | null>;
  baselineOn: string | null;
  target: ColumnType<string | null, string | number | null, string | number | null>;
  targetOn: string | null;
  source: Generated<string>;
  keeperSeat: string;
  createdAt: Date;
}

export interface IndicatorValueTable {
  partnershipId: string;
  indicatorId: string;
  measuredOn: string;
  visibleTo: string;
  value: Numeric;
  note: Generated<string>;
  enteredAt: Date;
  enteredBySeat: string;
}

export interface InvitationTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  seatId: string;
  sort: Generated<"holder" | "alternate">;
  personId: string;
  email: string | null;
  endsOn: string | null;
  invitedBySeat: string;
  createdAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  withdrawnAt: Date | null;
}

export interface JointChangeTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  kind: "visibility" | "composition" | "removal" | "compact" | "rules" | "lead" | "first-person" | "hold";
  recordId: string | null;
  before: JsonColumn;
  after: JsonColumn;
  reason: string;
  needs: string[];
  state: Generated<"waiting" | "agreed" | "declined" | "withdrawn">;
  proposedAt: Date;
  lapsesAt: Date;
  proposedBySeat: string;
  proposedByPerson: string;
  proposedByOrganization: string;
  settledAt: Date | null;
  appliedAt: Date | null;
}

export interface JointChangeAnswerTable {
  partnershipId: string;
  changeId: string;
  organizationId: string;
  visibleTo: string;
  seatId: string;
  personId: string;
  answer: "agree" | "decline";
  reason: Generated<string>;
  answeredAt: Date;
}

export interface JurisdictionTable {
  partnershipId: string;
  version: number;
  visibleTo: Generated<string>;
  profile: string;
  edition: string;
  covered: string[];
  noticeRegular: number;
  noticeSpecial: number;
  noticeEmergency: number;
  noticeSkips: "nothing" | "weekends-and-holidays";
  serial: "quorum" | "majority-of-quorum";
  oneWay: boolean;
  boardSizes: Generated<JsonColumn>;
  notes: Generated<JsonColumn>;
  inForceAt: Date;
  changeId: string | null;
}

export interface JurisdictionReviewTable {
  partnershipId: string;
  version: number;
  organizationId: string;
  visibleTo: string;
  seatId: string;
  personId: string;
  reviewedAt: Date;
}

export interface LegalHoldTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  scope: "record" | "topic" | "person" | "partnership";
  recordId: string | null;
  personId: string | null;
  reason: string;
  placedBySeat: string;
  placedAt: Date;
  liftedAt: Date | null;
  liftedByChange: string | null;
}

export interface LessonTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  context: Generated<string>;
  change: string;
  evidence: Generated<string>;
  effort: Generated<string>;
  conditions: Generated<string>;
  whatFailed: Generated<string>;
  contactSeat: string | null;
}

export interface LinkKeyTable {
  number: number;
  madeAt: Date;
  voidAt: Date | null;
}

export interface ListeningLinkTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  token: string;
  title: string;
  prompt: Generated<string>;
  siteId: string | null;
  answerSeat: string;
  answerDays: number;
  opensOn: string;
  closesOn: string;
  createdAt: Date;
  createdBySeat: string;
  sides: Generated<string[]>;
  sorts: Generated<string[]>;
  voicesVisibleTo: Generated<"partnership" | "public">;
  device: Generated<"several" | "once" | "shared">;
  mostVoices: number | null;
  closedAt: Date | null;
}

export interface MailTable {
  id: string;
  partnershipId: string | null;
  visibleTo: string | null;
  toAddress: string;
  subject: string;
  body: string;
  createdAt: Date;
  attempts: Generated<number>;
  nextTryAt: Date;
  sentAt: Date | null;
  problem: string | null;
  withdrawnAt: Date | null;
}

export interface MeetingTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  seriesId: string | null;
  teamId: string;
  startsAt: Date;
  durationMinutes: number;
  place: Generated<string>;
  quorumEachSide: number;
  minutes: Generated<string>;
  minutesVersion: Generated<number>;
  minutesBySeat: string | null;
  minutesReadyAt: Date | null;
  approvedAt: Date | null;
  skippedBecause: Generated<string>;
  noticeSort: Generated<"regular" | "special" | "emergency">;
  noticeReason: Generated<string>;
}

export interface MeetingNoticeTable {
  partnershipId: string;
  id: string;
  meetingId: string;
  visibleTo: string;
  teamId: string;
  bodyName: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  place: string;
  sort: "regular" | "special" | "emergency";
  reason: string;
  items: string[];
  dueAt: Date;
  postedAt: Date;
  postedBySeat: string;
  cancelledAt: Date | null;
}

export interface MeetingSeriesTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  teamId: string;
  title: string;
  everyWeeks: number;
  startsAt: Date;
  durationMinutes: number;
  place: Generated<string>;
  quorumEachSide: Generated<number>;
  endedAt: Date | null;
  createdAt: Date;
}

export interface MinutesApprovalTable {
  partnershipId: string;
  meetingId: string;
  organizationId: string;
  version: number;
  visibleTo: string;
  seatId: string;
  approvedAt: Date;
}

export interface OrganizationTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  name: string;
  constituency: "administration" | "educators" | "support" | "board" | "families" | "community" | "students" | "university";
  exclusiveRepresentative: Generated<boolean>;
  createdAt: Date;
  reopenedAt: Date | null;
}

export interface PartnershipTable {
  id: string;
  slug: string;
  name: string;
  level: "state" | "district" | "school";
  place: Generated<string>;
  timeZone: Generated<string>;
  locale: Generated<string>;
  demo: Generated<boolean>;
  createdAt: Date;
}

export interface PersonTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  name: string;
  accountId: string | null;
  rosterId: string | null;
  siteId: string | null;
  rosterRole: string | null;
  onRoster: Generated<boolean>;
  createdAt: Date;
}

export interface PersonContactTable {
  partnershipId: string;
  personId: string;
  visibleTo: string;
  email: string;
  createdAt: Date;
}

export interface RatificationTable {
  partnershipId: string;
  compactId: string;
  organizationId: string;
  visibleTo: string;
  seatId: string;
  personId: string;
  ratifiedAt: Date;
}

export interface RecordTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  kind: "compact" | "voice" | "goal" | "team" | "meeting" | "decision" | "action" | "review" | "lesson";
  title: string;
  state: string;
  siteId: string | null;
  cycleId: string | null;
  createdAt: Date;
  changedAt: Date;
  createdBySeat: string | null;
}

export interface RecordLinkTable {
  partnershipId: string;
  fromId: string;
  toId: string;
  createdAt: Date;
  createdBySeat: string | null;
}

export interface RecordsLeftOutTable {
  partnershipId: string;
  requestId: string;
  id: string;
  visibleTo: string;
  item: string | null;
  passage: string | null;
  reason: string;
  namedBySeat: string;
  namedAt: Date;
}

export interface RecordsRequestTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  scope: "partnership" | "topic" | "person";
  recordId: string | null;
  personId: string | null;
  askedBy: string;
  askedOn: string;
  locale: "en" | "es";
  withOwn: Generated<boolean>;
  madeBySeat: string;
  createdAt: Date;
  reviewedAt: Date | null;
  reviewedDigest: string | null;
  madeAt: Date | null;
  fileDigest: string | null;
}

export interface RetentionClassTable {
  profile: string;
  class: string;
  years: number | null;
}

export interface RetentionKindTable {
  kind: string;
  class: string;
  event: "created" | "closed" | "cycle-end" | "superseded";
}

export interface ReviewTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  goalId: string;
  result: "reached" | "partly" | "not-reached" | "too-early";
  measured: ColumnType<string | null, string | number | null, string | number | null>;
  measuredOn: string | null;
  contentNote: Generated<string>;
  processScore: number | null;
  processNote: Generated<string>;
  successes: Generated<string>;
  challenges: Generated<string>;
  nextStep: "carry-over" | "close" | "change";
  heldOn: string;
}

export interface RollCallTable {
  partnershipId: string;
  decisionId: string;
  round: number;
  seatId: string;
  visibleTo: string;
  noticeId: string;
  question: string;
  member: string;
  seatTitle: string;
  scale: string;
  vote: string;
  shownAt: Date;
}

export interface RosterImportTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  state: "previewed" | "applied" | "set-aside";
  madeBySeat: string;
  source: string;
  counts: JsonColumn;
  plan: ColumnType<Json | null, string | null, string | null>;
  basis: string;
  createdAt: Date;
  appliedAt: Date | null;
}

export interface SeatTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  organizationId: string;
  siteId: string | null;
  title: string;
  lead: Generated<boolean>;
  closedOn: string | null;
  createdAt: Date;
}

export interface SetupTokenTable {
  tokenHash: Buffer;
  createdAt: Generated<Date>;
  usedAt: Date | null;
}

export interface SignInResetTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  firstSeat: string;
  firstPerson: string;
  secondSeat: string;
  secondPerson: string;
  askedAt: Date;
  opensAt: Date;
  stoppedAt: Date | null;
  stoppedBySeat: string | null;
  givenAt: Date | null;
}

export interface SiteTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  parentId: string | null;
  level: "state" | "district" | "school";
  name: string;
  rosterId: string | null;
}

export interface StanceTable {
  partnershipId: string;
  decisionId: string;
  round: number;
  seatId: string;
  visibleTo: string;
  personId: string;
  value: string;
  reason: Generated<string>;
  wouldResolve: Generated<string>;
  enteredAt: Date;
  revealedAt: Date | null;
  resolvedAt: Date | null;
  resolution: Generated<string>;
}

export interface TeamTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  sort: "partner-group" | "district-leadership" | "school-leadership" | "learning-community" | "working-committee" | "issue-committee" | "crisis-task-force";
  purpose: string;
  inScope: Generated<string>;
  outOfScope: Generated<string>;
  norms: Generated<string>;
  decisionRule: "fist-to-five" | "gradients" | "consent" | "majority" | "supermajority";
  parentTeamId: string | null;
  sunsetOn: string | null;
  endedAt: Date | null;
  creationAuthority: Generated<"board-itself" | "board-action" | "law" | "board-task" | "superintendent" | "partners" | "association">;
}

export interface TeamPlaceTable {
  partnershipId: string;
  teamId: string;
  organizationId: string;
  visibleTo: string;
  places: number;
  chairs: number;
}

export interface TeamSeatTable {
  partnershipId: string;
  teamId: string;
  seatId: string;
  visibleTo: string;
  role: "co-chair" | "member" | "facilitator";
  joinedOn: string;
  leftOn: string | null;
}

export interface TermTable {
  partnershipId: string;
  id: string;
  visibleTo: Generated<string>;
  seatId: string;
  personId: string;
  sort: "holder" | "alternate";
  startsOn: string;
  endsOn: string | null;
  endedAt: Date | null;
  endReason: "handover" | "left" | "withdrawn" | null;
  rosterLeftOn: string | null;
}

export interface TestClockTable {
  one: Generated<boolean>;
}

export interface ThrottleTable {
  hash: Buffer;
  count: number;
  endsAt: Date;
}

export interface TombstoneTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  kind: string;
  class: string;
  createdOn: string;
  startedOn: string;
  keptUntil: string;
  removedAt: Date;
  changeId: string;
  proposedBySeat: string;
  agreedBySeat: string;
}

export interface VoiceTable {
  partnershipId: string;
  id: string;
  visibleTo: string;
  sort: "concern" | "idea" | "question" | "praise";
  body: string;
  locale: string;
  constituency: string | null;
  namedPerson: string | null;
  linkId: string | null;
  receiptHash: Buffer | null;
  answerSeat: string;
  answerBy: string;
  answer: string | null;
  answeredAt: Date | null;
  answeredBySeat: string | null;
}

export interface VoiceAuthorTable {
  partnershipId: string;
  voiceId: string;
  personId: string;
  visibleTo: string;
}

export interface Tables {
  action: ActionTable;
  agendaItem: AgendaItemTable;
  attendance: AttendanceTable;
  auditEntry: AuditEntryTable;
  auditHead: AuditHeadTable;
  beingRemoved: BeingRemovedTable;
  caucusAccess: CaucusAccessTable;
  caucusGeneration: CaucusGenerationTable;
  caucusMember: CaucusMemberTable;
  caucusPost: CaucusPostTable;
  caucusPrivateKey: CaucusPrivateKeyTable;
  caucusThread: CaucusThreadTable;
  compact: CompactTable;
  compactLine: CompactLineTable;
  cycle: CycleTable;
  cycleCarried: CycleCarriedTable;
  decision: DecisionTable;
  decisionElector: DecisionElectorTable;
  decisionGate: DecisionGateTable;
  decisionRound: DecisionRoundTable;
  discussionPost: DiscussionPostTable;
  discussionWithdrawn: DiscussionWithdrawnTable;
  dissent: DissentTable;
  goal: GoalTable;
  goalEndorsement: GoalEndorsementTable;
  heldVoice: HeldVoiceTable;
  indicator: IndicatorTable;
  indicatorValue: IndicatorValueTable;
  invitation: InvitationTable;
  jointChange: JointChangeTable;
  jointChangeAnswer: JointChangeAnswerTable;
  jurisdiction: JurisdictionTable;
  jurisdictionReview: JurisdictionReviewTable;
  legalHold: LegalHoldTable;
  lesson: LessonTable;
  linkKey: LinkKeyTable;
  listeningLink: ListeningLinkTable;
  mail: MailTable;
  meeting: MeetingTable;
  meetingNotice: MeetingNoticeTable;
  meetingSeries: MeetingSeriesTable;
  minutesApproval: MinutesApprovalTable;
  organization: OrganizationTable;
  partnership: PartnershipTable;
  person: PersonTable;
  personContact: PersonContactTable;
  ratification: RatificationTable;
  record: RecordTable;
  recordLink: RecordLinkTable;
  recordsLeftOut: RecordsLeftOutTable;
  recordsRequest: RecordsRequestTable;
  retentionClass: RetentionClassTable;
  retentionKind: RetentionKindTable;
  review: ReviewTable;
  rollCall: RollCallTable;
  rosterImport: RosterImportTable;
  seat: SeatTable;
  setupToken: SetupTokenTable;
  signInReset: SignInResetTable;
  site: SiteTable;
  stance: StanceTable;
  team: TeamTable;
  teamPlace: TeamPlaceTable;
  teamSeat: TeamSeatTable;
  term: TermTable;
  testClock: TestClockTable;
  throttle: ThrottleTable;
  tombstone: TombstoneTable;
  voice: VoiceTable;
  voiceAuthor: VoiceAuthorTable;
}
