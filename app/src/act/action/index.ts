export { type Action, isOverdue, mayTendAction } from './action.ts';
