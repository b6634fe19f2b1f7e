export { readThread, readThreads } from './caucus.store.ts';
export { openThread, writeInThread } from './write-in-caucus.ts';
