import { catalogue } from './catalogue.ts';
import en from './ui.en.json' with { type: 'json' };
import es from './ui.es.json' with { type: 'json' };

export const uiWords = catalogue(en, es);

export type UiKey = keyof typeof en;
