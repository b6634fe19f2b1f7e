import { catalogue } from '../../ui/catalogue.ts';
import en from './record.en.json' with { type: 'json' };
import es from './record.es.json' with { type: 'json' };

export const recordWords = catalogue(en, es);
