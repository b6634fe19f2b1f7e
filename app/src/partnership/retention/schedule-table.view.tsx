import { Table, useLocale, useWords } from '../../ui/index.ts';
import { type ProfileName, profiles } from '../jurisdiction/index.ts';
import { kindName } from './kind-name.ts';
import { retentionWords } from './retention.words.ts';
import { type ScheduleLine, scheduleOf } from './schedule.ts';

/** Which kind of record is kept for how long, and who says so. */
export function ScheduleTable({ profile }: { profile: ProfileName }) {
  const t = useWords(retentionWords);
  const { locale } = useLocale();
  return (
    <>
      <p>{t('schedule.profile', { profile: profiles[profile].title[locale] })}</p>
      <p>{t('schedule.note')}</p>
      <p>{t('schedule.caucus')}</p>
      <Table
        caption={t('schedule')}
        captionHidden
        stacks
        columns={[
          { label: t('schedule.kind') },
          { label: t('schedule.class') },
          { label: t('schedule.how-long') },
          { label: t('schedule.why') },
        ]}
        rows={scheduleOf(profile).map((line) => [
          kindName(locale, line.kind),
          t(`className.${line.class}`),
          line.years === null
            ? t('schedule.for-good')
            : t('schedule.years', { years: line.years, event: t(`event.${line.event}`) }),
          <Why key={line.kind} line={line} />,
        ])}
      />
    </>
  );
}

function Why({ line }: { line: ScheduleLine }) {
  const t = useWords(retentionWords);
  const { locale } = useLocale();
  const { class: name, says, source } = line;
  if (name === 'transitory' || name === 'audit' || name === 'own') return <>{t(`says.${name}`)}</>;
  return (
    <>
      {says?.[locale]} {source ? <a href={source.url}>{source.citation}</a> : t('schedule.unread')}
    </>
  );
}
