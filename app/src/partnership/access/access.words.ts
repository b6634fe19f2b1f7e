import { catalogue } from '../../ui/catalogue.ts';
import en from './access.en.json' with { type: 'json' };
import es from './access.es.json' with { type: 'json' };

export const accessWords = catalogue(en, es);
