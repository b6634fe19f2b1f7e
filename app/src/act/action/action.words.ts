import { catalogue } from '../../ui/catalogue.ts';
import en from './action.en.json' with { type: 'json' };
import es from './action.es.json' with { type: 'json' };

export const actionWords = catalogue(en, es);
