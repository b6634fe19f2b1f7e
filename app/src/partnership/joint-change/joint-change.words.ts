import { catalogue } from '../../ui/catalogue.ts';
import en from './joint-change.en.json' with { type: 'json' };
import es from './joint-change.es.json' with { type: 'json' };

export const jointChangeWords = catalogue(en, es);
