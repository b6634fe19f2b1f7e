import { catalogue } from '../../ui/catalogue.ts';
import en from './compact.en.json' with { type: 'json' };
import es from './compact.es.json' with { type: 'json' };

export const compactWords = catalogue(en, es);
