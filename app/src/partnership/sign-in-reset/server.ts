export {
  askForReset,
  asOperator,
  giveResetLinks,
  type OperatorCtx,
  resetState,
} from './operator-reset.ts';
export { readReset, readWaitingReset } from './sign-in-reset.store.ts';
export { stopReset } from './stop-reset.ts';
