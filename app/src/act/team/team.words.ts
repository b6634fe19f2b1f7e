import { catalogue } from '../../ui/catalogue.ts';
import en from './team.en.json' with { type: 'json' };
import es from './team.es.json' with { type: 'json' };

export const teamWords = catalogue(en, es);
