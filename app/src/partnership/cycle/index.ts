export { type Cycle, cycleOn } from './cycle.ts';
export { cycleWords } from './cycle.words.ts';
export { CycleSteps } from './cycle-steps.view.tsx';
export { NextCycleForm } from './next-cycle-form.view.tsx';
