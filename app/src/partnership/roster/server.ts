export { applyImport } from './apply-import.ts';
export { describePlan, sayProblem } from './describe-plan.ts';
export { enterImporter } from './enter-importer.ts';
export { changesNothing } from './import-plan.ts';
export { type Invitable, noSchool, readInvitable } from './invitable.store.ts';
export { foreseeImport, previewImport } from './preview-import.ts';
export { readFolder } from './read-folder.ts';
export {
  type ImportListed,
  type ImportShown,
  readImport,
  readImports,
} from './roster-import.store.ts';
