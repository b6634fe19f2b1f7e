import { catalogue } from '../../ui/catalogue.ts';
import en from './cycle.en.json' with { type: 'json' };
import es from './cycle.es.json' with { type: 'json' };

export const cycleWords = catalogue(en, es);
