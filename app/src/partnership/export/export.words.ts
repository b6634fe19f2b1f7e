import { catalogue } from '../../ui/catalogue.ts';
import en from './export.en.json' with { type: 'json' };
import es from './export.es.json' with { type: 'json' };

export const exportWords = catalogue(en, es);
