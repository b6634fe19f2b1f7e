export { countJoint } from './count-joint.ts';
export {
  authorities,
  type ConstituencyRule,
  canReveal,
  concernOf,
  type Decision,
  type DecisionWhole,
  decisionDomains,
  type Elector,
  gates,
  hasSpoken,
  jointLevels,
  levels,
  mayConduct,
  mayDraft,
  maySpeak,
  scales,
  usualRule,
} from './decision.ts';
export { decisionWords } from './decision.words.ts';
export { DecisionForm } from './decision-form.view.tsx';
export { DecisionList } from './decision-list.view.tsx';
export { DecisionPage } from './decision-page.view.tsx';
export { speakersAtTable } from './speakers.ts';
export { stanceKey } from './stance-words.ts';
