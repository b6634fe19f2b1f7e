import { catalogue } from '../../ui/catalogue.ts';
import en from './roster.en.json' with { type: 'json' };
import es from './roster.es.json' with { type: 'json' };

export const rosterWords = catalogue(en, es);
