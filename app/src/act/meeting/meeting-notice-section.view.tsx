import type { MeetingSort } from '../../partnership/jurisdiction/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { Button, Form, Notice, Section, SelectField, TextArea } from '../../ui/index.ts';
import { useDates, useLocale, useWords } from '../../ui/words.ts';
import type { Meeting } from './meeting.ts';
import { meetingWords } from './meeting.words.ts';
import type { MeetingNotice, NoticeClock } from './meeting-notice.ts';

export interface MeetingNoticeSectionProps {
  form: FormState;
  base: string;
  meeting: Meeting;
  notice: MeetingNotice | null;
  clock: NoticeClock;
  mayAnnounce: boolean;
}

/** The clock of a meeting in the open: by when its agenda is public, and the step that makes it so. */
export function MeetingNoticeSection(props: MeetingNoticeSectionProps) {
  const { base, meeting, notice, clock } = props;
  const t = useWords(meetingWords);
  const dates = useDates();
  const { now } = useLocale();
  const over = now.getTime() > meeting.startsAt.getTime() + meeting.durationMinutes * 60_000;
  return (
    <Section title={t('notice')} id="notice">
      {notice ? (
        <p>
          {t('notice.posted', { when: dates.moment(notice.postedAt) })}{' '}
          <a href={`${base}/notices/${notice.id}`}>{t('notice.read')}</a>
        </p>
      ) : over ? (
        <Notice kind="warning">{t('notice.none')}</Notice>
      ) : (
        <>
          {clock.open[0] === 'regular' ? (
            <p>{t('notice.due', { when: dates.moment(clock.regularDue) })}</p>
          ) : (
            <Notice kind="warning" title={t('notice.late.title')}>
              <p>{t('notice.late', { when: dates.moment(clock.regularDue) })}</p>
              {clock.open[0] === 'special' && (
                <p>{t('notice.late.special', { when: dates.moment(clock.specialDue) })}</p>
              )}
            </Notice>
          )}
          {props.mayAnnounce ? <Announce {...props} /> : <p>{t('notice.wait')}</p>}
        </>
      )}
    </Section>
  );
}

function Announce({ form, base, meeting, clock }: MeetingNoticeSectionProps) {
  const t = useWords(meetingWords);
  const usual: MeetingSort = clock.open.includes(meeting.noticeSort)
    ? meeting.noticeSort
    : (clock.open[0] ?? 'emergency');
  const plain = usual === 'regular' && form.problem('noticeSort') === undefined;
  return (
    <div class="no-print">
      <Form
        action={`${base}/meetings/${meeting.id}/announce`}
        hidden={plain ? { noticeSort: 'regular' } : {}}
      >
        {!plain && (
          <>
            <SelectField
              {...field(form, 'noticeSort', usual)}
              label={t('notice.sort')}
              choices={clock.open.map((sort) => ({ value: sort, label: t(`notice.sort.${sort}`) }))}
            />
            <TextArea
              {...field(form, 'noticeReason', meeting.noticeReason)}
              label={t('notice.reason')}
              hint={t('notice.reason.hint')}
              maxlength={1000}
              rows={2}
            />
          </>
        )}
        <p>{t('notice.post.text')}</p>
        <Button>{t('notice.post')}</Button>
      </Form>
    </div>
  );
}
