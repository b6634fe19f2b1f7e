import {
  LinkButton,
  RecordList,
  RecordRow,
  RoundTable,
  SeatSign,
  Section,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { seatGroup } from '../access/index.ts';
import { type SeatShown, seatName, tableSeats } from '../seat/index.ts';
import type { OrganizationShown } from './organization.store.ts';
import { organizationWords } from './organization.words.ts';
import type { PlaceAtTable } from './partner-map.ts';

export interface PartnersProps {
  base: string;
  organizations: readonly OrganizationShown[];
  seats: readonly SeatShown[];
  places: readonly PlaceAtTable[];
  mayBring: boolean;
  mayImportRoster: boolean;
}

/** Who sits at the table, organization by organization, and who is missing. */
export function Partners(props: PartnersProps) {
  const { base, organizations, seats, places, mayBring } = props;
  const t = useWords(organizationWords);
  const { locale } = useLocale();
  // A large district draws the seats of the whole; those of the schools stand in the lists.
  const drawn = seats.length <= 40 ? seats : seats.filter((seat) => seat.siteId === null);
  const filled = drawn.filter((seat) => seat.holder !== null).length;
  return (
    <>
      <RoundTable
        size="large"
        title={t('table')}
        seats={tableSeats(locale, drawn)}
        centre={t('table.filled', { filled, all: drawn.length })}
        centreNote={t('table.note')}
      />
      <Missing places={places} />
      <Section title={t('organizations')}>
        <RecordList label={t('organizations')}>
          {organizations.map((organization) => {
            const own = seats.filter((seat) => seat.organizationId === organization.id);
            const leads = own.filter((seat) => seat.lead);
            return (
              <RecordRow
                key={organization.id}
                title={organization.name}
                href={`${base}/partners/organizations/${organization.id}`}
                kind={seatGroup(locale, organization.constituency).name}
                who={leads.map(seatName).join(' · ') || t('seat.empty')}
                when={t('table.filled', {
                  filled: own.filter((seat) => seat.holder).length,
                  all: own.length,
                })}
                figure={<SeatSign group={seatGroup(locale, organization.constituency)} />}
              />
            );
          })}
        </RecordList>
        {mayBring && (
          <p class="button-row">
            <LinkButton kind="quiet" href={`${base}/partners/sites/new`}>
              {t('site.new')}
            </LinkButton>
            {props.mayImportRoster && (
              <LinkButton kind="quiet" href={`${base}/partners/roster`}>
                {t('roster')}
              </LinkButton>
            )}
            <LinkButton kind="quiet" href={`${base}/partners/outbox`}>
              {t('outbox')}
            </LinkButton>
          </p>
        )}
      </Section>
    </>
  );
}

function Missing({ places }: { places: readonly PlaceAtTable[] }) {
  const t = useWords(organizationWords);
  const { locale } = useLocale();
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const gaps = places.filter((place) => place.missing.length > 0);
  return (
    <Section title={t('missing.title')}>
      {gaps.length === 0 ? (
        <p>{t('missing.nobody')}</p>
      ) : (
        <>
          <ul>
            {gaps.map((place) => (
              <li key={place.siteId}>
                {place.present.length === 0
                  ? t('missing.all', { name: place.name })
                  : t('missing.at', {
                      name: place.name,
                      who: list.format(place.missing.map((one) => seatGroup(locale, one).name)),
                    })}
              </li>
            ))}
          </ul>
          <p>{t('missing.next')}</p>
        </>
      )}
    </Section>
  );
}
