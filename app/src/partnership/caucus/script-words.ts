import { type Locale, translate } from '../../ui/words.ts';
import { caucusWords } from './caucus.words.ts';
import { passphraseLeast } from './sealing/passphrase.ts';

const said = [
  ...(Object.keys(caucusWords.messages.en) as (keyof typeof caucusWords.messages.en)[]).filter(
    (key) => /^(say|grade|kind)[.]/.test(key),
  ),
  'busy',
  'sealed',
  'copied',
  'reply.draft',
  'send.draft',
  'earlier',
] as const;

/** What only the script says. It fills in names where they stand in braces. */
export function scriptWords(locale: Locale): Record<string, string> {
  const values = { least: passphraseLeast, name: '{name}', names: '{names}', date: '{date}' };
  return Object.fromEntries(said.map((key) => [key, translate(caucusWords, locale, key, values)]));
}
