import { RecordState } from '../../partnership/record/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { DateText, RecordList, RecordRow, StateWord } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { type Action, isOverdue } from './action.ts';
import { actionWords } from './action.words.ts';

export interface ActionRowsProps {
  base: string;
  label: string;
  actions: readonly Action[];
  owners: ReadonlyMap<string, SeatShown>;
  /** `YYYY-MM-DD` where the partnership is. */
  today: string;
  /** Leave the owner's name out where all are one's own. */
  own?: boolean;
}

export function ActionRows({ base, label, actions, owners, today, own }: ActionRowsProps) {
  return (
    <RecordList label={label}>
      {actions.map((action) => {
        const owner = owners.get(action.ownerSeat);
        return (
          <RecordRow
            key={action.id}
            href={`${base}/actions/${action.id}`}
            title={action.title}
            state={<ActionState action={action} today={today} />}
            who={!own && owner && seatName(owner)}
            when={action.closedAt && <DateText date={action.closedAt} />}
          />
        );
      })}
    </RecordList>
  );
}

/** Due, overdue, or how it ended: in words. */
export function ActionState({ action, today }: { action: Action; today: string }) {
  const t = useWords(actionWords);
  const dates = useDates();
  if (action.state !== 'open') return <RecordState head={action} />;
  const date = dates.dayIn(action.dueOn);
  return isOverdue(action, today) ? (
    <StateWord tone="needs">{t('overdue', { date })}</StateWord>
  ) : (
    <StateWord tone="open">{t('due', { date })}</StateWord>
  );
}
