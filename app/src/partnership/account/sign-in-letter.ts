import type { Letter } from '../../platform/mail.ts';
import { type Locale, translate } from '../../ui/catalogue.ts';
import { accountWords } from './account.words.ts';
import type { LetterSort } from './sign-in.server.ts';

const keys = {
  'sign-in': ['letter.subject', 'letter.body'],
  join: ['letter.join.subject', 'letter.join.body'],
  welcome: ['letter.welcome.subject', 'letter.welcome.body'],
} as const;

/** A letter with a link. It is asked for before anybody has a language, so it speaks both. */
export function signInLetter(
  sort: LetterSort,
  to: string,
  values: { link: string; district: string },
): Letter {
  const [subject, body] = keys[sort];
  const both = (key: typeof subject | typeof body) =>
    (['en', 'es'] satisfies Locale[]).map((locale) => translate(accountWords, locale, key, values));
  return { to, subject: both(subject).join(' · '), body: both(body).join('\n\n· · ·\n\n') };
}
