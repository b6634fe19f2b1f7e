import { seatGroup } from '../../partnership/access/index.ts';
import { RecordList, RecordRow, SeatSign, Section } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { TeamMember, TeamPlaces } from './team.ts';
import { teamWords } from './team.words.ts';

export interface TeamPlacesListProps {
  places: readonly TeamPlaces[];
  members: readonly TeamMember[];
  /** Where other places are proposed, for those who may. */
  propose: string | null;
}

/** What each organization has on the team, and what of it is empty. */
export function TeamPlacesList({ places, members, propose }: TeamPlacesListProps) {
  const t = useWords(teamWords);
  const { locale } = useLocale();
  const taken = (organizationId: string) =>
    members.filter((member) => member.organizationId === organizationId).length;
  return (
    <Section
      title={t('places')}
      id="places"
      aside={propose && <a href={propose}>{t('places.propose')}</a>}
    >
      <RecordList label={t('places')}>
        {places.map((one) => {
          const empty = Math.max(0, one.places - taken(one.organizationId));
          return (
            <RecordRow
              key={one.organizationId}
              title={one.organizationName}
              who={t('places.count', { places: one.places, chairs: one.chairs })}
              when={empty > 0 ? t('places.empty', { count: empty }) : undefined}
              figure={
                <SeatSign group={seatGroup(locale, one.constituency)} filled={empty < one.places} />
              }
            />
          );
        })}
      </RecordList>
      <p>{t('places.who')}</p>
    </Section>
  );
}
