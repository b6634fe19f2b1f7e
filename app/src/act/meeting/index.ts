export {
  type AgendaItem,
  type Approval,
  type Attendance,
  approvingOrganizations,
  hasQuorum,
  type Meeting,
  type MeetingSeries,
  mayApprove,
  mayBeNamedIn,
  mayBringItems,
  mayCallMeetings,
  mayKeepMinutes,
  maySkip,
  mayTakeBackMinutes,
  meetingHealth,
  type Outcome,
  outcomes,
  type Presence,
  presenceBySide,
  presences,
} from './meeting.ts';
export { meetingWords } from './meeting.words.ts';
export { MeetingAgenda } from './meeting-agenda.view.tsx';
export { ApprovalNeeded, MeetingApproval } from './meeting-approval.view.tsx';
export { MeetingForm } from './meeting-form.view.tsx';
export { MeetingMinutes } from './meeting-minutes.view.tsx';
export {
  type MeetingNotice,
  type RollCallVote,
  type VotePlace,
  votesUntil,
} from './meeting-notice.ts';
export { MeetingNoticeSection } from './meeting-notice-section.view.tsx';
export { MeetingPresence } from './meeting-presence.view.tsx';
export { MeetingRows } from './meeting-rows.view.tsx';
export { NoticePage } from './notice-page.view.tsx';
export { SkipForm } from './skip-form.view.tsx';
export { TeamMeetings } from './team-meetings.view.tsx';
