import { catalogue } from '../../ui/catalogue.ts';
import en from './decision.en.json' with { type: 'json' };
import es from './decision.es.json' with { type: 'json' };

export const decisionWords = catalogue(en, es);
export type DecisionKey = keyof typeof en;
