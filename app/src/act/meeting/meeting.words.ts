import { catalogue } from '../../ui/catalogue.ts';
import en from './meeting.en.json' with { type: 'json' };
import es from './meeting.es.json' with { type: 'json' };

export const meetingWords = catalogue(en, es);
