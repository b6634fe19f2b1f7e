import { type Definition, DefinitionList, Notice, Section, Table } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { meetingWords } from './meeting.words.ts';
import type { MeetingNotice, RollCallVote } from './meeting-notice.ts';

export interface NoticePageProps {
  notice: MeetingNotice;
  votes: readonly RollCallVote[];
  /** How a vote is said in words. */
  voteInWords: (vote: RollCallVote) => string;
}

/** The notice of a meeting as everybody reads it: what, when, where, the agenda, how members voted. */
export function NoticePage({ notice, votes, voteInWords }: NoticePageProps) {
  const t = useWords(meetingWords);
  const dates = useDates();
  const facts: Definition[] = [
    { term: t('notice.body'), value: notice.bodyName },
    {
      term: t('notice.when'),
      value: `${dates.moment(notice.startsAt)}, ${t('facts.minutes', { minutes: notice.durationMinutes })}`,
    },
    { term: t('notice.where'), value: notice.place || t('notice.where.none') },
    {
      term: t('notice.sort.title'),
      value: [t(`notice.sort.${notice.sort}`), notice.reason].filter(Boolean).join('. '),
    },
    { term: t('notice.posted.title'), value: dates.moment(notice.postedAt) },
  ];
  return (
    <>
      {notice.cancelledAt && (
        <Notice kind="warning">
          {t('notice.cancelled', { when: dates.moment(notice.cancelledAt) })}
        </Notice>
      )}
      <DefinitionList items={facts} />
      <Section title={t('agenda')}>
        <ol class="agenda">
          {notice.items.map((item, at) => (
            <li key={at}>
              <p class="agenda-title">{item}</p>
            </li>
          ))}
        </ol>
        <p>{t('notice.open')}</p>
      </Section>
      {[...questionsOf(votes)].map(([key, members]) => (
        <Section key={key} title={members[0]?.question ?? ''}>
          <Table
            caption={t('votes', { question: members[0]?.question ?? '' })}
            captionHidden
            columns={[
              { label: t('votes.member') },
              { label: t('votes.seat') },
              { label: t('votes.vote') },
            ]}
            rows={members.map((vote) => [vote.member, vote.seatTitle, voteInWords(vote)])}
            stacks
          />
        </Section>
      ))}
    </>
  );
}

function questionsOf(votes: readonly RollCallVote[]): Map<string, RollCallVote[]> {
  const questions = new Map<string, RollCallVote[]>();
  for (const vote of votes) {
    const key = `${vote.decisionId} ${vote.round}`;
    questions.set(key, [...(questions.get(key) ?? []), vote]);
  }
  return questions;
}
