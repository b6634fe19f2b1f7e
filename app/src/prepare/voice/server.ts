export { answerBy } from './answer-by.ts';
export { answerVoice } from './answer-voice.ts';
export { openVoice } from './open-voice.ts';
export { raiseVoice, type VoiceRaised } from './raise-voice.ts';
export { readSiteChoices } from './site-choices.ts';
export { takeUpVoices } from './take-up-voices.store.ts';
export {
  listVoices,
  readAnswerer,
  readVoice,
  readVoicesForGoal,
  readVoicesWaiting,
  type VoiceFilter,
  voicesOnPage,
} from './voice.store.ts';
