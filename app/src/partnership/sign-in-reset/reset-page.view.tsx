import type { FormState } from '../../ui/form-state.ts';
import { Button, Form, Section } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import { isWaiting, type SignInReset } from './sign-in-reset.ts';
import { signInResetWords } from './sign-in-reset.words.ts';

/** Whom it is about, where it stands, and the one thing that a lead can do. */
export function ResetPage(props: {
  form: FormState;
  action: string;
  reset: SignInReset;
  mayStop: boolean;
  /** The seat from which it was stopped. */
  stoppedBy: string;
}) {
  const { reset } = props;
  const t = useWords(signInResetWords);
  const dates = useDates();
  return (
    <>
      <p>
        {isWaiting(reset) && t('state.waiting', { date: dates.moment(reset.opensAt) })}
        {reset.stoppedAt &&
          t('state.stopped', { date: dates.day(reset.stoppedAt), seat: props.stoppedBy })}
        {reset.givenAt && t('state.given', { date: dates.day(reset.givenAt) })}
      </p>
      {props.form.problem('form') && <p role="alert">{props.form.problem('form')}</p>}
      <Section title={t('who')}>
        <ul>
          {reset.people.map((person) => (
            <li key={person.seatId}>
              {t('who.row', {
                name: person.name,
                seat: person.seat,
                organization: person.organization,
              })}
            </li>
          ))}
        </ul>
        <p>{t('asked', { date: dates.day(reset.askedAt) })}</p>
      </Section>
      {props.mayStop && (
        <Section title={t('why')}>
          <p>{t('why.text')}</p>
          <Form action={props.action}>
            <Button>{t('stop')}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

/** For whoever opens the link: nothing happens before they press. */
export function UseResetLink({ action }: { action: string }) {
  const t = useWords(signInResetWords);
  return (
    <>
      <p>{t('use.text')}</p>
      <Form action={action}>
        <Button>{t('use.go')}</Button>
      </Form>
    </>
  );
}
