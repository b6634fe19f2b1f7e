export { foundingFields } from './founding.ts';
export { foundingWords } from './founding.words.ts';
export { StartForm } from './start-form.view.tsx';
export { Welcome } from './welcome.view.tsx';
