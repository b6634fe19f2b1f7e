export {
  readAction,
  readClosedActions,
  readMyActions,
  readOpenActions,
  readTeamActions,
} from './action.store.ts';
export { addAction } from './add-action.ts';
export { closeAction } from './close-action.ts';
export { handOnAction } from './hand-on-action.ts';
export { readPossibleOwners } from './read-possible-owners.ts';
