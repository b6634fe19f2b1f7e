import { Disclosure, Table } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { ImportPlan, PersonChange } from './import-plan.ts';
import { rosterWords } from './roster.words.ts';

const mostShown = 200;

/** Who is new, different or no longer listed; long lists are folded. */
export function ImportPeople({ plan }: { plan: ImportPlan }) {
  const of = (...changes: PersonChange['change'][]) =>
    plan.people.filter(({ change }) => changes.includes(change));
  return (
    <>
      <People group="gone" people={of('gone')} />
      <People group="changed" people={of('changed', 'linked', 'back')} />
      <People group="new" people={of('new')} />
    </>
  );
}

function People({
  group,
  people,
}: {
  group: 'gone' | 'changed' | 'new';
  people: readonly PersonChange[];
}) {
  const t = useWords(rosterWords);
  if (people.length === 0) return null;
  const caption = t(`people.${group}`, { n: people.length });
  const columns = [t('person.name'), t('person.role'), t('person.site')];
  if (group === 'changed') columns.push(t('person.differs'));
  return (
    <Disclosure summary={caption} open={people.length <= 20}>
      <Table
        caption={caption}
        captionHidden
        columns={columns.map((label) => ({ label }))}
        rows={people
          .slice(0, mostShown)
          .map((person) => [
            person.name,
            person.role ? t(`role.${person.role}`) : '',
            person.siteName ?? t('person.no-site'),
            ...(group === 'changed' ? [whatDiffers(t, person)] : []),
          ])}
      />
      {people.length > mostShown && <p>{t('more', { n: people.length - mostShown })}</p>}
    </Disclosure>
  );
}

function whatDiffers(
  t: ReturnType<typeof useWords<keyof (typeof rosterWords)['messages']['en']>>,
  { change, differs }: PersonChange,
): string {
  const first = change === 'back' || change === 'linked' ? [t(`person.${change}`)] : [];
  return [...first, ...differs.map((one) => t(`differs.${one}`))].join(', ');
}
