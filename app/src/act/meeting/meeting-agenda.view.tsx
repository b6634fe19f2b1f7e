import { type RecordHead, recordPath, recordWords } from '../../partnership/record/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import {
  Button,
  CheckboxGroup,
  Disclosure,
  Form,
  Prose,
  Section,
  TextField,
} from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { AgendaItem, Meeting } from './meeting.ts';
import { meetingWords } from './meeting.words.ts';

export interface MeetingAgendaProps {
  form: FormState;
  slug: string;
  meeting: Meeting;
  items: readonly AgendaItem[];
  /** The records that items name, as far as the reader may see them. */
  records: ReadonlyMap<string, RecordHead>;
  nameOf: (seatId: string | null) => string | null;
  mayBring: boolean;
  business: readonly RecordHead[];
}

/** What is talked about, in order, and what came of each. */
export function MeetingAgenda(props: MeetingAgendaProps) {
  const { slug, items, records, nameOf, mayBring } = props;
  const t = useWords(meetingWords);
  const kinds = useWords(recordWords);
  return (
    <Section title={t('agenda')} id="agenda">
      {items.length === 0 ? (
        <p>{t('agenda.none')}</p>
      ) : (
        <ol class="agenda">
          {items.map((item) => {
            const record = item.recordId ? records.get(item.recordId) : undefined;
            const by = nameOf(item.broughtBySeat);
            const facts = [
              record && kinds(`kind.${record.kind}`),
              !item.forAction && t('agenda.not-for-action'),
              item.carriedFrom && t('agenda.carried'),
              by && t('agenda.by', { seat: by }),
              item.outcome !== 'open' && t(`outcome.${item.outcome}`),
            ].filter(Boolean);
            return (
              <li key={item.id}>
                <p class="agenda-title">
                  {record ? <a href={recordPath(slug, record)}>{item.title}</a> : item.title}
                </p>
                {facts.length > 0 && <p class="agenda-facts">{facts.join(' · ')}</p>}
                {item.note && <Prose text={item.note} />}
              </li>
            );
          })}
        </ol>
      )}
      {mayBring && <BringForm {...props} />}
    </Section>
  );
}

function BringForm({ form, slug, meeting, items, business }: MeetingAgendaProps) {
  const t = useWords(meetingWords);
  const kinds = useWords(recordWords);
  const wrong = form.problem('title') ?? form.problem('recordIds');
  return (
    <Disclosure summary={t('bring')} open={items.length === 0 || wrong !== undefined}>
      <Form action={`/p/${slug}/meetings/${meeting.id}/items`}>
        <TextField {...field(form, 'title')} label={t('bring.title')} maxlength={200} />
        {business.length > 0 && (
          <CheckboxGroup
            name="recordIds"
            label={t('bring.records')}
            error={form.problem('recordIds')}
            values={form.values('recordIds')}
            choices={business.map(({ id, kind, title }) => ({
              value: id,
              label: title,
              hint: kinds(`kind.${kind}`),
            }))}
          />
        )}
        <Button>{t('bring.save')}</Button>
      </Form>
    </Disclosure>
  );
}
