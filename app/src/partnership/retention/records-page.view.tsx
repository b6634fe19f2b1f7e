import type { ComponentChildren } from 'preact';
import {
  Button,
  Disclosure,
  Form,
  LinkButton,
  RecordList,
  RecordRow,
  Section,
  TextArea,
  useDates,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import type { ProfileName } from '../jurisdiction/index.ts';
import { type RecordKind, recordPath } from '../record/index.ts';
import type { LegalHold } from './hold.ts';
import { kindName } from './kind-name.ts';
import type { Tombstone } from './removal.store.ts';
import { retentionWords } from './retention.words.ts';
import { ScheduleTable } from './schedule-table.view.tsx';

export interface RecordsPageProps {
  slug: string;
  mayHold: boolean;
  profile: ProfileName;
  holds: readonly LegalHold[];
  removed: readonly Tombstone[];
  /** What a lead can do here beside. */
  children?: ComponentChildren;
}

/** How long everything is kept, what is held, what has gone. */
export function RecordsPage(props: RecordsPageProps) {
  const t = useWords(retentionWords);
  const dates = useDates();
  const { locale } = useLocale();
  return (
    <>
      {props.mayHold && (
        <p>
          <a href={`/p/${props.slug}/records/due`}>{t('due.link')}</a>
        </p>
      )}
      {props.children}
      <Section title={t('holds')} id="holds">
        {props.holds.length === 0 && <p>{t('holds.none')}</p>}
        <RecordList label={t('holds')}>
          {props.holds.map((hold) => (
            <HoldRow key={hold.id} slug={props.slug} hold={hold} mayLift={props.mayHold} />
          ))}
        </RecordList>
        {props.mayHold && (
          <p>
            <LinkButton kind="quiet" href={`/p/${props.slug}/records/holds/new`}>
              {t('holds.place')}
            </LinkButton>
          </p>
        )}
      </Section>
      <Section title={t('schedule')} id="schedule">
        <ScheduleTable profile={props.profile} />
      </Section>
      <Section title={t('removed')} id="removed">
        {props.removed.length === 0 && <p>{t('removed.none')}</p>}
        <RecordList label={t('removed')}>
          {props.removed.map((stone) => (
            <RecordRow
              key={stone.id}
              title={t('removed.one', {
                kind: kindName(locale, stone.kind),
                day: dates.day(stone.createdOn),
              })}
              when={t('removed.when', { day: dates.day(stone.removedAt) })}
            >
              {t('removed.by', {
                proposed: stone.proposedBy,
                agreed: stone.agreedBy,
                until: dates.day(stone.keptUntil),
              })}
            </RecordRow>
          ))}
        </RecordList>
      </Section>
    </>
  );
}

function HoldRow({ slug, hold, mayLift }: { slug: string; hold: LegalHold; mayLift: boolean }) {
  const t = useWords(retentionWords);
  const dates = useDates();
  const title = hold.recordTitle ?? t('hold.hidden');
  return (
    <RecordRow
      href={
        hold.recordId && hold.recordKind
          ? recordPath(slug, { kind: hold.recordKind as RecordKind, id: hold.recordId })
          : undefined
      }
      title={t(`hold.${hold.scope}`, { title, name: hold.personName ?? '' })}
      state={t(hold.liftedAt ? 'hold.lifted' : 'hold.stands')}
      who={t('hold.by', { seat: hold.placedBy })}
      when={dates.day(hold.liftedAt ?? hold.placedAt)}
    >
      {hold.reason}
      {mayLift && !hold.liftedAt && (
        <Disclosure summary={t('lifting')}>
          <Form action={`/p/${slug}/records/holds/${hold.id}/lift`}>
            <TextArea name="reason" id={`why-${hold.id}`} label={t('lifting.why')} rows={2} />
            <Button kind="quiet">{t('lifting.submit')}</Button>
          </Form>
        </Disclosure>
      )}
    </RecordRow>
  );
}
