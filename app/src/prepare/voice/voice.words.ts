import { catalogue } from '../../ui/catalogue.ts';
import en from './voice.en.json' with { type: 'json' };
import es from './voice.es.json' with { type: 'json' };

export const voiceWords = catalogue(en, es);
