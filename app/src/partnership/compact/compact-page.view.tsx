import {
  Button,
  Form,
  Prose,
  RecordList,
  RecordRow,
  RoundTable,
  SeatSign,
  Section,
} from '../../ui/index.ts';
import { useDates, useLocale, useWords } from '../../ui/words.ts';
import { seatGroup } from '../access/index.ts';
import type { CompactShown } from './compact.ts';
import { compactWords } from './compact.words.ts';
import type { OrganizationSeated } from './seated-organizations.store.ts';

export interface CompactPageProps {
  compact: CompactShown;
  organizations: readonly OrganizationSeated[];
  /** Where to ratify, when the acting seat may and has not. */
  ratify: { action: string; organization: string } | null;
}

/** The compact as people read, ratify and print it. */
export function CompactPage({ compact, organizations, ratify }: CompactPageProps) {
  const t = useWords(compactWords);
  const dates = useDates();
  const { locale } = useLocale();
  const at = new Map(compact.ratifications.map((one) => [one.organizationId, one.ratifiedAt]));
  return (
    <>
      {ratify && (
        <Form action={ratify.action}>
          <p>{t('ratify.hint')}</p>
          <Button>{t('ratify', { organization: ratify.organization })}</Button>
        </Form>
      )}
      {compact.preamble && <Prose text={compact.preamble} />}
      {(['principle', 'behavior'] as const).map((sort) => (
        <Section key={sort} title={t(`${sort}s`)}>
          <ol class="compact-lines">
            {compact.lines
              .filter((line) => line.sort === sort)
              .map((line) => (
                <li key={line.position}>{line.body}</li>
              ))}
          </ol>
        </Section>
      ))}
      {compact.reviewOn && <p>{t('review', { date: dates.day(compact.reviewOn) })}</p>}
      <Section title={t('ratified.title')}>
        <RoundTable
          size="large"
          list="none"
          title={t('ratified.title')}
          centre={t('ratified.center', {
            done: organizations.filter((one) => one.ratified).length,
            all: organizations.length,
          })}
          centreNote={t('ratified.note')}
          seats={organizations.map((one) => ({
            label: one.name,
            holder: one.lead,
            group: seatGroup(locale, one.constituency),
            filled: true,
            spoken: one.ratified,
          }))}
        />
        <RecordList label={t('ratified.title')}>
          {organizations.map((one) => (
            <RecordRow
              key={one.id}
              title={one.name}
              who={
                one.ratified
                  ? t('ratified.by', { who: one.lead, date: dates.day(at.get(one.id) ?? '') })
                  : t('ratified.not', { who: one.lead })
              }
              figure={
                <SeatSign
                  group={seatGroup(locale, one.constituency)}
                  filled
                  spoken={one.ratified}
                />
              }
            />
          ))}
        </RecordList>
      </Section>
    </>
  );
}
