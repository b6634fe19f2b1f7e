export { type Action, isOverdue, mayTendAction } from './action.ts';
export { actionWords } from './action.words.ts';
export { ActionForm } from './action-form.view.tsx';
export { ActionPage } from './action-page.view.tsx';
export { ActionRows, ActionState } from './action-rows.view.tsx';
