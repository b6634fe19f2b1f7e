import { Button, Disclosure, Form, LinkButton, Section } from '../../ui/index.ts';
import { useDates, useLocale, useWords } from '../../ui/words.ts';
import { type Meeting, type MeetingSeries, meetingHealth } from './meeting.ts';
import { meetingWords } from './meeting.words.ts';
import { MeetingRows } from './meeting-rows.view.tsx';

export interface TeamMeetingsProps {
  base: string;
  teamId: string;
  meetings: readonly Meeting[];
  series: readonly MeetingSeries[];
  mayCall: boolean;
}

/** A team's meetings: the rhythm, the next one, those after it, those behind, and whether they are kept. */
export function TeamMeetings({ base, teamId, meetings, series, mayCall }: TeamMeetingsProps) {
  const t = useWords(meetingWords);
  const { now } = useLocale();
  const [next, ...later] = meetings.filter(
    ({ startsAt, state }) => state === 'planned' && startsAt >= now,
  );
  const past = meetings.filter((meeting) => meeting !== next && !later.includes(meeting)).reverse();
  const health = meetingHealth(meetings, now);
  return (
    <Section
      title={t('team.title')}
      id="meetings"
      aside={
        health.past > 0 &&
        t('health', { ...health, kept: health.past - health.skipped - health.unknown })
      }
    >
      {series.map((one) => (
        <SeriesLine key={one.id} base={base} series={one} mayEnd={mayCall} />
      ))}
      {next ? (
        <MeetingRows base={base} label={t('team.next')} meetings={[next]} />
      ) : (
        <p>{t('team.none')}</p>
      )}
      {later.length > 0 && (
        <Disclosure summary={`${t('team.later')} (${later.length})`}>
          <MeetingRows base={base} label={t('team.later')} meetings={later} />
        </Disclosure>
      )}
      {past.length > 0 && (
        <Disclosure summary={`${t('team.past')} (${past.length})`}>
          <MeetingRows base={base} label={t('team.past')} meetings={past} />
        </Disclosure>
      )}
      {mayCall && (
        <p>
          <LinkButton kind="quiet" href={`${base}/meetings/new?team=${teamId}`}>
            {t('new')}
          </LinkButton>
        </p>
      )}
    </Section>
  );
}

function SeriesLine(props: { base: string; series: MeetingSeries; mayEnd: boolean }) {
  const { base, series, mayEnd } = props;
  const t = useWords(meetingWords);
  const dates = useDates();
  const { locale, timeZone } = useLocale();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone });
  const said = t('series', {
    weeks: series.everyWeeks,
    weekday: weekday.format(series.startsAt),
    time: dates.time(series.startsAt),
    minutes: series.durationMinutes,
  });
  return (
    <>
      <p>{[said, series.place].filter(Boolean).join(', ')}</p>
      {mayEnd && (
        <Disclosure summary={t('series.end')}>
          <Form action={`${base}/meetings/series/${series.id}/end`}>
            <p>{t('series.end.text')}</p>
            <Button kind="danger">{t('series.end')}</Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}
