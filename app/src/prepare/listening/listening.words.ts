import { catalogue } from '../../ui/catalogue.ts';
import en from './listening.en.json' with { type: 'json' };
import es from './listening.es.json' with { type: 'json' };

export const listeningWords = catalogue(en, es);
