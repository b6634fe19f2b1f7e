export { mostAnswerDays, usualAnswerDays } from './answer-by.ts';
export { answererChoices, leadOf, usualAnswerer } from './answerer-choices.ts';
export { OpenForm } from './open-form.view.tsx';
export {
  longestVoice,
  mayAnswer,
  mayOpen,
  titleOf,
  type Voice,
  type VoiceRow,
  type VoiceSort,
  voiceSides,
  voiceSorts,
  voiceVisibilities,
} from './voice.ts';
export { voiceWords } from './voice.words.ts';
export { VoiceDue } from './voice-due.view.tsx';
export { VoiceForm } from './voice-form.view.tsx';
export { VoiceFrom } from './voice-from.view.tsx';
export { VoiceList, VoiceRows } from './voice-list.view.tsx';
export { VoiceCame, VoicePage } from './voice-page.view.tsx';
