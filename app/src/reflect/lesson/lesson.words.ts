import { catalogue } from '../../ui/catalogue.ts';
import en from './lesson.en.json' with { type: 'json' };
import es from './lesson.es.json' with { type: 'json' };

export const lessonWords = catalogue(en, es);
