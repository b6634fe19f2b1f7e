export { ImportPage } from './import-page.view.tsx';
export { changesNothing, countPlan, type ImportPlan } from './import-plan.ts';
export { problemsAsCsv } from './problems-as-csv.ts';
export { mayImportRoster } from './roster.ts';
export { rosterWords } from './roster.words.ts';
export { RosterPage } from './roster-page.view.tsx';
