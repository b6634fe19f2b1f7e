import { Button } from '../../ui/button.view.tsx';
import { Form } from '../../ui/form.view.tsx';
import { RecordList, RecordRow } from '../../ui/record-list.view.tsx';
import { useWords } from '../../ui/words.ts';
import type { SeatHeld } from '../access/index.ts';
import { accountWords } from './account.words.ts';

/** The seats a person may act from. */
export function SeatChoice({ seats }: { seats: readonly SeatHeld[] }) {
  const t = useWords(accountWords);
  if (seats.length === 0) return <p>{t('account.none')}</p>;
  return (
    <RecordList label={t('account.seats')}>
      {seats.map((seat) => (
        <RecordRow
          key={`${seat.seatId} ${seat.sort}`}
          title={`${seat.title}, ${seat.organizationName}`}
          who={seat.sort === 'alternate' ? t('seats.alternate') : undefined}
          when={seat.partnershipName}
        >
          <Form action="/seats" hidden={{ seat: seat.seatId }}>
            <Button kind="quiet">{t('seats.choose')}</Button>
          </Form>
        </RecordRow>
      ))}
    </RecordList>
  );
}
