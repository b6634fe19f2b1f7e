export { readCarried, readCycles, readUnfinished } from './cycle.store.ts';
export { localToday } from './local-today.ts';
export { openNextCycle } from './next-cycle.ts';
export { openCycle } from './open-cycle.ts';
