import { RecordList, RecordRow, StateWord } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { jointChangeWords } from './joint-change.words.ts';

export interface NeedsProps {
  needs: readonly string[];
  /** Those that nobody has met yet; null while nothing is proposed. */
  missing: readonly string[] | null;
  /** The names of organizations by id. */
  organizations: ReadonlyMap<string, string>;
}

const plainNeeds = ['side:district', 'side:staff', 'other', 'colleague', 'witnesses'] as const;
const isPlain = (need: string): need is (typeof plainNeeds)[number] =>
  (plainNeeds as readonly string[]).includes(need);

/** Whose agreement a change takes, and who has given it. */
export function Needs({ needs, missing, organizations }: NeedsProps) {
  const t = useWords(jointChangeWords);
  const name = (need: string) => {
    if (isPlain(need)) return t(`need.${need}`);
    const organization = organizations.get(need.slice('organization:'.length));
    return t('need.organization', { organization: organization ?? '' });
  };
  return (
    <RecordList label={t('needs')}>
      {needs.map((need) => (
        <RecordRow
          key={need}
          title={name(need)}
          state={
            missing &&
            (missing.includes(need) ? (
              <StateWord tone="waiting">{t('need.missing')}</StateWord>
            ) : (
              <StateWord tone="done">{t('need.met')}</StateWord>
            ))
          }
        />
      ))}
    </RecordList>
  );
}
