import { seatGroup } from '../../partnership/access/index.ts';
import {
  Button,
  ButtonRow,
  DateText,
  Form,
  Notice,
  RecordList,
  SeatSign,
  Section,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { Approval, ApprovingOrganization, Meeting } from './meeting.ts';
import { meetingWords } from './meeting.words.ts';

/** First on the page where the reader's approval is waited for. */
export function ApprovalNeeded(props: { slug: string; meeting: Meeting; organization: string }) {
  const { slug, meeting, organization } = props;
  const t = useWords(meetingWords);
  return (
    <Notice kind="needs" title={t('approve.title', { organization })}>
      <p>
        {t('approve.text')} <a href="#minutes">{t('minutes')}</a>
      </p>
      <Form
        action={`/p/${slug}/meetings/${meeting.id}/approve`}
        hidden={{ version: String(meeting.minutesVersion) }}
      >
        <Button>{t('approve', { organization })}</Button>
      </Form>
    </Notice>
  );
}

export interface MeetingApprovalProps {
  slug: string;
  meeting: Meeting;
  organizations: readonly ApprovingOrganization[];
  approvals: readonly Approval[];
  nameOf: (seatId: string | null) => string | null;
  mayTakeBack: boolean;
}

/** Which organizations approved the minutes, and which are waited for. */
export function MeetingApproval(props: MeetingApprovalProps) {
  const { slug, meeting, organizations, approvals, nameOf, mayTakeBack } = props;
  const t = useWords(meetingWords);
  const { locale } = useLocale();
  return (
    <Section title={t('approval')} id="approval">
      {meeting.state === 'minutes-offered' && <p>{t('approval.lead')}</p>}
      <RecordList label={t('approval')}>
        {organizations.map(({ id, name, constituency }) => {
          const approval = approvals.find(({ organizationId }) => organizationId === id);
          return (
            <li key={id} class="record-row">
              <SeatSign group={seatGroup(locale, constituency)} spoken={approval !== undefined} />
              <span>
                {approval ? (
                  <>
                    {t('approval.by', {
                      organization: name,
                      seat: nameOf(approval.seatId) ?? name,
                    })}
                    {', '}
                    <DateText date={approval.approvedAt} />
                  </>
                ) : (
                  t('approval.waiting', { organization: name })
                )}
              </span>
            </li>
          );
        })}
      </RecordList>
      {mayTakeBack && (
        <Form action={`/p/${slug}/meetings/${meeting.id}/take-back`}>
          <ButtonRow>
            <Button kind="quiet">{t('take-back')}</Button>
          </ButtonRow>
        </Form>
      )}
      <p class="no-print">{t('print')}</p>
    </Section>
  );
}
