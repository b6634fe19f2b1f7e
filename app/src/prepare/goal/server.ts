export { endorseGoal } from './endorse-goal.ts';
export { readGoal, readGoals } from './goal.store.ts';
export { readGoalsToEndorse } from './goals-to-endorse.store.ts';
export { proposeGoal } from './propose-goal.ts';
