export { CoveredBody } from './covered-body.view.tsx';
export { isBusinessDay, legalHolidays } from './legal-holidays.ts';
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
  serialCounts,
} from './profile.ts';
export { profiles } from './profiles/index.ts';
export { recordsSchedule, retentionOf } from './records-schedule.ts';
export { rulesWords } from './rules.words.ts';
export { RulesForm } from './rules-form.view.tsx';
export {
  differingRules,
  isCovered,
  looserThan,
  type RuleName,
  type RulesInForce,
  type RulesReview,
  type RuleValues,
  ruleNames,
  serialLimit,
  valuesOf,
} from './rules-in-force.ts';
export { RulesPage } from './rules-page.view.tsx';
