import { catalogue } from '../../ui/catalogue.ts';
import en from './review.en.json' with { type: 'json' };
import es from './review.es.json' with { type: 'json' };

export const reviewWords = catalogue(en, es);
