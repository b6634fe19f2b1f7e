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
          { label: t('schedule.class') },
          { label: t('schedule.kind') },
          { label: t('schedule.how-long') },
          { label: t('schedule.why') },
        ]}
        rows={grouped(scheduleOf(profile)).map(([line, kinds]) => [
          t(`className.${line.class}`),
          kinds.map((kind) => kindName(locale, kind)).join(', '),
          line.years === null
            ? t('schedule.for-good')
            : line.years === 0
              ? t('schedule.not-at-all')
              : t('schedule.years', { years: line.years, event: t(`event.${line.event}`) }),
          <Why key={line.kind} line={line} />,
        ])}
      />
    </>
  );
}

/** The kinds of one class that are kept alike, together. */
function grouped(lines: readonly ScheduleLine[]): [ScheduleLine, string[]][] {
  const groups = new Map<string, [ScheduleLine, string[]]>();
  for (const line of lines) {
    const alike = `${line.class} ${line.years} ${line.years === null ? '' : line.event}`;
    const group = groups.get(alike) ?? [line, []];
    groups.set(alike, [line, [...group[1], line.kind]]);
  }
  return [...groups.values()];
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
