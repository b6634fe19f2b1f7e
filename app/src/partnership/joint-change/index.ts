export { BeforeAndAfter } from './before-and-after.view.tsx';
export {
  type ChangeInWords,
  type JointChange,
  type JointChangeAnswer,
  type JointChangeKind,
  jointChangeKinds,
  mayWithdraw,
} from './joint-change.ts';
export { jointChangeWords } from './joint-change.words.ts';
export { JointChangeList, JointChangeState } from './joint-change-list.view.tsx';
export { JointChangePage } from './joint-change-page.view.tsx';
export { Needs } from './needs.view.tsx';
export { SuccessionForm } from './succession-form.view.tsx';
export { VisibilityForm } from './visibility-form.view.tsx';
