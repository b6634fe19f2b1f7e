import { type FormState, field } from '../../ui/form-state.ts';
import {
  Button,
  ButtonRow,
  Disclosure,
  Fieldset,
  Form,
  Prose,
  RadioGroup,
  Section,
  TextArea,
} from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { type AgendaItem, type Meeting, outcomes } from './meeting.ts';
import { meetingWords } from './meeting.words.ts';

export interface MeetingMinutesProps {
  form: FormState;
  slug: string;
  meeting: Meeting;
  items: readonly AgendaItem[];
  writer: string | null;
  mayWrite: boolean;
  /** Null for readers without a seat. */
  personId: string | null;
}

/** The minutes as they stand, and the place to write them. */
export function MeetingMinutes(props: MeetingMinutesProps) {
  const { meeting, writer, mayWrite } = props;
  const t = useWords(meetingWords);
  return (
    <Section title={t('minutes')} id="minutes">
      {meeting.minutes ? <Prose text={meeting.minutes} /> : <p>{t('minutes.none')}</p>}
      {meeting.minutes && writer && <p class="agenda-facts">{t('minutes.by', { seat: writer })}</p>}
      {mayWrite && <MinutesForm {...props} />}
    </Section>
  );
}

function MinutesForm({ form, slug, meeting, items, personId }: MeetingMinutesProps) {
  const t = useWords(meetingWords);
  const action = `/p/${slug}/meetings/${meeting.id}`;
  return (
    <Disclosure summary={t('minutes.form')} open>
      <Form
        action={`${action}/minutes`}
        hidden={{ seen: meeting.changedAt.toISOString() }}
        label={t('minutes.form')}
      >
        {items.map((item) => (
          <Fieldset key={item.id} name={`item.${item.id}`} label={item.title}>
            <RadioGroup
              {...field(form, `outcome.${item.id}`, item.outcome)}
              label={t('minutes.item')}
              inline
              choices={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            />
            <TextArea
              {...field(form, `note.${item.id}`, item.note)}
              label={t('minutes.note')}
              rows={2}
              maxlength={4000}
              draft={`${personId} note ${item.id}`}
            />
          </Fieldset>
        ))}
        <TextArea
          {...field(form, 'minutes', meeting.minutes)}
          label={t('minutes.text')}
          hint={t('minutes.text.hint')}
          rows={8}
          maxlength={40_000}
          draft={`${personId} minutes ${meeting.id}`}
        />
        <p>{t('minutes.offer.hint')}</p>
        <ButtonRow>
          <Button formAction={`${action}/offer`}>{t('minutes.offer')}</Button>
          <Button kind="quiet">{t('minutes.save')}</Button>
        </ButtonRow>
      </Form>
    </Disclosure>
  );
}
