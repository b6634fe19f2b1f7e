import { catalogue } from '../../ui/catalogue.ts';
import en from './rules.en.json' with { type: 'json' };
import es from './rules.es.json' with { type: 'json' };

export const rulesWords = catalogue(en, es);
