export type { GoalInput } from './goal.ts';
export {
  type Endorsement,
  type Goal,
  type GoalCard,
  goalFields,
  isOpen,
  mayEndorse,
  sidesNeeded,
} from './goal.ts';
export { goalWords } from './goal.words.ts';
export { GoalForm } from './goal-form.view.tsx';
export { GoalList, GoalRows } from './goal-list.view.tsx';
export { GoalPage } from './goal-page.view.tsx';
