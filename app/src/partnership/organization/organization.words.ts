import { catalogue } from '../../ui/catalogue.ts';
import en from './organization.en.json' with { type: 'json' };
import es from './organization.es.json' with { type: 'json' };

export const organizationWords = catalogue(en, es);
