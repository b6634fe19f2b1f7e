import type { FormState } from '../../ui/form-state.ts';
import { field } from '../../ui/form-state.ts';
import { Button, Disclosure, Form, Notice, Prose, Section, TextArea } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { BeforeAndAfter } from './before-and-after.view.tsx';
import type { ChangeInWords, JointChange, JointChangeAnswer } from './joint-change.ts';
import { jointChangeWords } from './joint-change.words.ts';
import { Needs } from './needs.view.tsx';

export interface JointChangePageProps {
  form: FormState;
  action: string;
  change: JointChange;
  inWords: ChangeInWords;
  missing: readonly string[];
  answers: readonly JointChangeAnswer[];
  /** Who sits on a seat, by its id. */
  seats: ReadonlyMap<string, string>;
  organizations: ReadonlyMap<string, string>;
  /** The organization that the reader may answer for. */
  answersFor: string | null;
  mayWithdraw: boolean;
}

/** One change: what it is, why, who proposed it, whose agreement it takes, what the reader may do. */
export function JointChangePage(props: JointChangePageProps) {
  const { change, inWords, missing, answers, organizations } = props;
  const t = useWords(jointChangeWords);
  const dates = useDates();
  const by = (seatId: string, organizationId: string) => ({
    seat: props.seats.get(seatId) ?? t('seat.gone'),
    organization: organizations.get(organizationId) ?? '',
  });
  const waiting = change.state === 'waiting';
  return (
    <>
      <Section title={t(change.state === 'agreed' ? 'what.changed' : 'what')}>
        <BeforeAndAfter change={inWords} done={change.state === 'agreed'} />
      </Section>
      <Section title={t('reason')}>
        <Prose text={change.reason} />
        <p>
          {t('proposed', {
            ...by(change.proposedBySeat, change.proposedByOrganization),
            date: dates.day(change.proposedAt),
          })}
        </p>
        {waiting && <p>{t('lapses', { date: dates.day(change.lapsesAt) })}</p>}
      </Section>
      {props.answersFor && <AnswerForms {...props} organization={props.answersFor} />}
      {props.mayWithdraw && (
        <Form action={`${props.action}/withdraw`}>
          <Button kind="quiet">{t('withdraw')}</Button>
        </Form>
      )}
      <Section title={t('needs')}>
        <Needs needs={change.needs} missing={missing} organizations={organizations} />
      </Section>
      {answers.length > 0 && (
        <Section title={t('answers')}>
          {answers.map((one) => (
            <div key={one.organizationId}>
              <p>
                {t(`answer.${one.answer}`, {
                  ...by(one.seatId, one.organizationId),
                  date: dates.day(one.answeredAt),
                })}
              </p>
              {one.reason && <Prose text={one.reason} />}
            </div>
          ))}
        </Section>
      )}
      <Notice>{t('rule')}</Notice>
    </>
  );
}

function AnswerForms(props: JointChangePageProps & { organization: string }) {
  const { form, action, organization } = props;
  const t = useWords(jointChangeWords);
  return (
    <Section title={t('answer.title', { organization })} id="answer">
      <p>{t('answer.hint')}</p>
      <Form action={`${action}/agree`}>
        <Button>{t('agree')}</Button>
      </Form>
      <Disclosure summary={t('decline.open')} open={form.problems.length > 0}>
        <Form action={`${action}/decline`}>
          <TextArea
            {...field(form, 'reason')}
            label={t('decline.reason')}
            hint={t('decline.reason.hint')}
            maxlength={2000}
            required
          />
          <Button kind="danger">{t('decline')}</Button>
        </Form>
      </Disclosure>
    </Section>
  );
}
