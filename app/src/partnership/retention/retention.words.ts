import { catalogue } from '../../ui/catalogue.ts';
import en from './retention.en.json' with { type: 'json' };
import es from './retention.es.json' with { type: 'json' };

export const retentionWords = catalogue(en, es);
