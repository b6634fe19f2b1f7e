export { Caucus, Thread } from './caucus.view.tsx';
export { caucusWords } from './caucus.words.ts';
