export {
  type Authority,
  authorities,
  type MeetingSort,
  meetingSorts,
  type NoticeHours,
  type Profile,
  type ProfileName,
  profileNames,
  type RecordsClass,
  type Retention,
  type Rule,
  recordsClasses,
  type Said,
  type SerialCount,
  type Source,
} from './profile.ts';
export { profiles } from './profiles/index.ts';
export { recordsSchedule, retentionOf } from './records-schedule.ts';
