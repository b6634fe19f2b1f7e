import { catalogue } from '../../ui/catalogue.ts';
import en from './caucus.en.json' with { type: 'json' };
import es from './caucus.es.json' with { type: 'json' };

export const caucusWords = catalogue(en, es);
