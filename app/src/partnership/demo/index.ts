export { demoWords } from './demo.words.ts';
export { Personas } from './personas.view.tsx';
