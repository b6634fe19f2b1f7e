import type { ComponentChildren } from 'preact';
import { SeatSign } from '../../ui/seat-chip.view.tsx';
import { useLocale, useWords } from '../../ui/words.ts';
import { accessWords } from './access.words.ts';
import { seatGroup } from './constituency-words.ts';
import type { Readers, ReadingOrganization, ReadingSeat } from './readers.ts';
import { type ViewAs, viewAsKey } from './view-as.ts';
import { bodyOf, sortOf } from './visibility.ts';

export interface ReaderListProps {
  readers: Readers;
  /** The page's path, where it may be looked at as one of its readers. */
  path?: string | undefined;
}

/** Who can read it, by side of the table, and why; and who cannot. */
export function ReaderList({ readers, path }: ReaderListProps) {
  const t = useWords(accessWords);
  const sort = sortOf(readers.visibleTo);
  const told = sort !== 'public' || readers.organizations.length > 0;
  return (
    <div class="readers">
      <p>{t(told ? `readers.${sort}` : 'readers.public.visitor', { body: readers.body })}</p>
      {readers.organizations.length > 0 && (
        <ul class="readers-list">
          {readers.organizations.map((organization) => (
            <Organization key={organization.id} organization={organization}>
              {path && (
                <LookAs path={path} as={viewOf(readers, organization)} whom={organization.name} />
              )}
            </Organization>
          ))}
        </ul>
      )}
      {sort === 'public' && path && (
        <p>
          <LookAs path={path} as={{ what: 'visitor' }} whom={t('look-as.visitor')} />
        </p>
      )}
      <Without readers={readers} />
      {sort !== 'public' && <p class="readers-limit">{t('readers.limit')}</p>}
    </div>
  );
}

/** One of its readers, as whom the page can be looked at. */
function viewOf({ visibleTo }: Readers, { constituency: side }: ReadingOrganization): ViewAs {
  const [sort, teamId] = [sortOf(visibleTo), bodyOf(visibleTo)];
  if (sort === 'caucus') return { what: 'colleague' };
  return sort === 'team' && teamId ? { what: 'team', side, teamId } : { what: 'seat', side };
}

function LookAs({ path, as, whom }: { path: string; as: ViewAs; whom: string }) {
  const t = useWords(accessWords);
  return (
    <a class="readers-look" href={`${path}?view-as=${viewAsKey(as)}`}>
      {t('look-as')} <span class="visually-hidden">({whom})</span>
    </a>
  );
}

function Organization({
  organization,
  children,
}: {
  organization: ReadingOrganization;
  children: ComponentChildren;
}) {
  const t = useWords(accessWords);
  const { locale } = useLocale();
  const group = seatGroup(locale, organization.constituency);
  const { name, people, seats } = organization;
  return (
    <li>
      <SeatSign group={group} filled={people > 0} />
      <div>
        <p>
          <strong>{group.name}</strong>:{' '}
          {t('readers.people', { organization: name, count: people })}
        </p>
        {seats.length > 0 && (
          <ul>
            {seats.map((seat, place) => (
              <Seat key={place} seat={seat} />
            ))}
          </ul>
        )}
        {children}
      </div>
    </li>
  );
}

function Seat({ seat: { title, people } }: { seat: ReadingSeat }) {
  const t = useWords(accessWords);
  const { locale } = useLocale();
  if (people.length === 0) return <li>{t('readers.seat.empty', { seat: title })}</li>;
  const names = people.map(({ name, standsIn }) =>
    standsIn ? t('readers.stands-in', { name }) : name,
  );
  const together = new Intl.ListFormat(locale).format(names);
  return <li>{t('readers.seat', { seat: title, people: together })}</li>;
}

function Without({ readers: { visibleTo, body, without } }: { readers: Readers }) {
  const t = useWords(accessWords);
  const { locale } = useLocale();
  const sort = sortOf(visibleTo);
  if (sort === 'caucus') return <p>{t('readers.without.caucus', { body })}</p>;
  if (without.length === 0 || sort === 'person' || sort === 'public') return null;
  const sides = new Intl.ListFormat(locale).format(
    without.map((side) => seatGroup(locale, side).name),
  );
  return <p>{t(`readers.without.${sort}`, { sides })}</p>;
}
