import { catalogue } from '../../ui/catalogue.ts';
import en from './founding.en.json' with { type: 'json' };
import es from './founding.es.json' with { type: 'json' };

export const foundingWords = catalogue(en, es);
