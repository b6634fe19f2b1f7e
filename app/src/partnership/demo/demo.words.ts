import { catalogue } from '../../ui/catalogue.ts';
import en from './demo.en.json' with { type: 'json' };
import es from './demo.es.json' with { type: 'json' };

export const demoWords = catalogue(en, es);
