import { catalogue } from '../../ui/catalogue.ts';
import en from './goal.en.json' with { type: 'json' };
import es from './goal.es.json' with { type: 'json' };

export const goalWords = catalogue(en, es);
