import { catalogue } from '../../ui/catalogue.ts';
import en from './discussion.en.json' with { type: 'json' };
import es from './discussion.es.json' with { type: 'json' };

export const discussionWords = catalogue(en, es);
