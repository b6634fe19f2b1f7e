import { catalogue } from '../../ui/catalogue.ts';
import en from './audit.en.json' with { type: 'json' };
import es from './audit.es.json' with { type: 'json' };

export const auditWords = catalogue(en, es);
