import { start } from './island/start.ts';

const root = document.querySelector<HTMLElement>('[data-caucus]');
if (root) await start(root);
