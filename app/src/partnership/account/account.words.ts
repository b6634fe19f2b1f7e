import { catalogue } from '../../ui/catalogue.ts';
import en from './account.en.json' with { type: 'json' };
import es from './account.es.json' with { type: 'json' };

export const accountWords = catalogue(en, es);
