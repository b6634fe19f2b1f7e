export { answerJointChange } from './answer-joint-change.ts';
export { describeVisibility } from './describe-visibility.ts';
export {
  readAnswers,
  readJointChange,
  readJointChanges,
  readJointChangesOf,
  readJointChangesToAnswer,
  readOrganizationStanding,
  readOutlook,
  readStanding,
} from './joint-change.store.ts';
export { handlerOf, type JointChangeHandler, registerJointChange } from './joint-change-kinds.ts';
export { proposeJointChange } from './propose-joint-change.ts';
export { withdrawJointChange } from './withdraw-joint-change.ts';
