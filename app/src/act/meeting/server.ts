export { readAgenda } from './agenda.store.ts';
export { announceMeeting } from './announce-meeting.ts';
export { approveMinutes } from './approve-minutes.ts';
export { readApprovals, readAttendance } from './attendance.store.ts';
export { bringItems } from './bring-items.ts';
export { enterCalendar, readSeatCalendar } from './calendar.store.ts';
export { calendarToken, readCalendarToken } from './calendar-link.ts';
export { dayHasCome } from './day-has-come.ts';
export { endSeries } from './end-series.ts';
export {
  ownTeamIds,
  readMeeting,
  readMeetingAfter,
  readMeetingsNeedingApproval,
  readNextMeeting,
  readPastMeetings,
  readTeamMeetings,
  readUpcomingMeetings,
} from './meeting.store.ts';
export { noteAttendance } from './note-attendance.ts';
export {
  readMeetingsToAnnounce,
  readNotice,
  readNoticeHere,
  readNotices,
  readRollCall,
  readVotePlace,
} from './notice.store.ts';
export { noticeClock } from './notice-clock.ts';
export { offerMinutes } from './offer-minutes.ts';
export { readOpenBusiness } from './open-business.store.ts';
export { planAhead } from './plan-ahead.ts';
export { planMeeting } from './plan-meeting.ts';
export { renderCalendar } from './render-calendar.ts';
export { readTeamSeries } from './series.store.ts';
export { skipMeeting } from './skip-meeting.ts';
export { startSeries } from './start-series.ts';
export { takeBackMinutes } from './take-back-minutes.ts';
export { writeMinutes } from './write-minutes.ts';
