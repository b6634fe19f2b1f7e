import type { Catalogue } from '../ui/catalogue.ts';
import { Notice } from '../ui/notice.view.tsx';
import type { Visit } from './visit.ts';

/** The sentence that says what was just done: `?done=adopted` shows the words `done.adopted`. */
export function doneNotice(visit: Visit, words: Catalogue<string>) {
  const key = `done.${visit.query('done') ?? ''}`;
  if (!Object.hasOwn(words.messages.en, key)) return undefined;
  return <Notice kind="success">{visit.say(words, key)}</Notice>;
}
