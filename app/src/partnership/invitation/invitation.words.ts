import { catalogue } from '../../ui/catalogue.ts';
import en from './invitation.en.json' with { type: 'json' };
import es from './invitation.es.json' with { type: 'json' };

export const invitationWords = catalogue(en, es);
