import { catalogue } from '../ui/catalogue.ts';
import en from './table.en.json' with { type: 'json' };
import es from './table.es.json' with { type: 'json' };

export const tableWords = catalogue(en, es);
