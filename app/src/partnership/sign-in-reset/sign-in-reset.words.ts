import { catalogue } from '../../ui/catalogue.ts';
import en from './sign-in-reset.en.json' with { type: 'json' };
import es from './sign-in-reset.es.json' with { type: 'json' };

export const signInResetWords = catalogue(en, es);
