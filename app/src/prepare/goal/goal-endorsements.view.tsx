import { seatGroup } from '../../partnership/access/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import {
  DateText,
  RecordList,
  RecordRow,
  RoundTable,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import { type Goal, sidesNeeded } from './goal.ts';
import { goalWords } from './goal.words.ts';

/** The table with one place for each organization, ringed when its lead has endorsed. */
export function GoalEndorsements({ goal, seats }: { goal: Goal; seats: readonly SeatShown[] }) {
  const t = useWords(goalWords);
  const { locale } = useLocale();
  const by = new Map(goal.endorsedBy.map((each) => [each.organizationId, each]));
  const organizations = [...new Map(seats.map((seat) => [seat.organizationId, seat])).values()];
  const named = (seatId: string) => {
    const seat = seats.find(({ id }) => id === seatId);
    return seat?.holder ?? seat?.title;
  };
  const sides = new Set(
    organizations.filter(({ organizationId }) => by.has(organizationId)).map((o) => o.constituency),
  );
  return (
    <>
      <p>
        {goal.adoptedAt ? (
          <>
            {t('endorse.adopted')} <DateText date={goal.adoptedAt} />.
          </>
        ) : (
          t('endorse.needed', { missing: Math.max(0, sidesNeeded - sides.size) })
        )}
      </p>
      <RoundTable
        size="large"
        title={t('page.endorsed')}
        centre={t('endorse.centre', { count: by.size, total: organizations.length })}
        centreNote={t('endorse.centre.note')}
        seats={organizations.map((organization) => {
          const endorsement = by.get(organization.organizationId);
          return {
            label: organization.organizationName,
            group: seatGroup(locale, organization.constituency),
            holder: endorsement ? named(endorsement.seatId) : undefined,
            filled: seats.some(
              (seat) => seat.organizationId === organization.organizationId && seat.holder !== null,
            ),
            spoken: endorsement !== undefined,
          };
        })}
      />
      {goal.endorsedBy.length > 0 && (
        <RecordList label={t('endorse.list')}>
          {goal.endorsedBy.map(({ organizationId, seatId, endorsedAt }) => (
            <RecordRow
              key={organizationId}
              title={
                organizations.find((each) => each.organizationId === organizationId)
                  ?.organizationName ?? ''
              }
              who={named(seatId)}
              when={<DateText date={endorsedAt} />}
            />
          ))}
        </RecordList>
      )}
    </>
  );
}
