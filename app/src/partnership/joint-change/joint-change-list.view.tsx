import { DateText, RecordList, RecordRow, type StateTone, StateWord } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { JointChange } from './joint-change.ts';
import { jointChangeWords } from './joint-change.words.ts';

const tones: Record<JointChange['state'], StateTone> = {
  waiting: 'waiting',
  agreed: 'done',
  declined: 'stopped',
  withdrawn: 'stopped',
  lapsed: 'stopped',
};

export function JointChangeState({ state }: Pick<JointChange, 'state'>) {
  const t = useWords(jointChangeWords);
  return <StateWord tone={tones[state]}>{t(`state.${state}`)}</StateWord>;
}

export interface JointChangeListProps {
  base: string;
  label: string;
  changes: readonly (JointChange & { waitsForMe: boolean })[];
  /** The titles of records by id; those that the reader may not read are absent. */
  titles: ReadonlyMap<string, string>;
}

export function JointChangeList({ base, label, changes, titles }: JointChangeListProps) {
  const t = useWords(jointChangeWords);
  const about = ({ recordId }: JointChange) =>
    recordId === null ? t('about.whole') : (titles.get(recordId) ?? t('about.hidden'));
  return (
    <RecordList label={label}>
      {changes.map((change) => (
        <RecordRow
          key={change.id}
          href={`${base}/joint-changes/${change.id}`}
          kind={t(`kind.${change.kind}`)}
          title={about(change)}
          state={
            change.waitsForMe ? (
              <StateWord tone="needs">{t('for-me')}</StateWord>
            ) : (
              <JointChangeState state={change.state} />
            )
          }
          when={<DateText date={change.settledAt ?? change.proposedAt} />}
        />
      ))}
    </RecordList>
  );
}
