import { catalogue } from '../../ui/catalogue.ts';
import en from './indicator.en.json' with { type: 'json' };
import es from './indicator.es.json' with { type: 'json' };

export const indicatorWords = catalogue(en, es);
