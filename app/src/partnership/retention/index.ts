export { holdScopes, mayPlaceHold } from './hold.ts';
export { HoldForm } from './hold-form.view.tsx';
export { isOver, keptUntil } from './kept-until.ts';
export { kindName } from './kind-name.ts';
export { RecordsPage } from './records-page.view.tsx';
export type { Retention } from './retention.ts';
export { retentionWords } from './retention.words.ts';
export { RetentionLine } from './retention-line.view.tsx';
export { type RetentionClass, retentionKinds, scheduleOf } from './schedule.ts';
