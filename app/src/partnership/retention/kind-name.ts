import { type Locale, translate } from '../../ui/index.ts';
import { type RecordKind, recordWords } from '../record/index.ts';
import { retentionWords } from './retention.words.ts';

/** A kind of the schedule in words: a kind of record, or of what is kept beside the records. */
export function kindName(locale: Locale, kind: string): string {
  const key = `kind.${kind}`;
  if (Object.hasOwn(recordWords.messages.en, key))
    return translate(recordWords, locale, `kind.${kind as RecordKind}`);
  if (Object.hasOwn(retentionWords.messages.en, key))
    return translate(retentionWords, locale, key as 'kind.mail');
  return kind;
}
