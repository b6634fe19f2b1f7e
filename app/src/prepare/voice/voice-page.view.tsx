import type { ComponentChildren } from 'preact';
import { seatGroup } from '../../partnership/access/index.ts';
import {
  type RecordHead,
  RecordState,
  recordPath,
  recordWords,
} from '../../partnership/record/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  DateText,
  Disclosure,
  Form,
  LinkButton,
  Notice,
  PersonChip,
  Prose,
  RecordList,
  RecordRow,
  Section,
  TextArea,
  useLocale,
  useWords,
} from '../../ui/index.ts';
import type { Voice } from './voice.ts';
import { voiceWords } from './voice.words.ts';
import { VoiceDue } from './voice-due.view.tsx';
import { VoiceFrom } from './voice-from.view.tsx';

export interface VoicePageProps {
  slug: string;
  voice: Voice;
  form: FormState;
  seats: ReadonlyMap<string, SeatShown>;
  /** What came of it, the nearest first. */
  after: readonly RecordHead[];
  mayAnswer: boolean;
  /** The form that brings it to the whole table, for whoever may. */
  openForm?: ComponentChildren;
  /** Only people with a seat propose goals. */
  mayPropose: boolean;
}

/** You said, we answered, this came of it. */
export function VoicePage(props: VoicePageProps) {
  const t = useWords(voiceWords);
  const { voice, slug } = props;
  return (
    <>
      <FormSummary form={props.form} />
      <Section title={t(voice.yours ? 'page.said' : 'page.said.others')}>
        <Prose text={voice.body} quote />
        <p class="record-row-facts">
          <span>
            <VoiceFrom voice={voice} />
          </span>
          <DateText date={voice.createdAt} />
          {voice.linkTitle && <span>{t('page.by-link', { title: voice.linkTitle })}</span>}
        </p>
      </Section>
      <Section title={t(voice.answer === null ? 'page.answer' : 'page.answered')}>
        <VoiceAnswer {...props} />
        {props.openForm}
      </Section>
      <Section title={t('page.came')}>
        <VoiceCame slug={slug} after={props.after} />
        {props.mayPropose && voice.sort !== 'praise' && !voice.visibleTo.startsWith('caucus:') && (
          <p>
            <LinkButton kind="quiet" href={`/p/${slug}/goals/new?voice=${voice.id}`}>
              {t('page.propose')}
            </LinkButton>
          </p>
        )}
      </Section>
    </>
  );
}

function VoiceAnswer({ slug, voice, form, seats, mayAnswer }: VoicePageProps) {
  const t = useWords(voiceWords);
  if (voice.answer === null) {
    return (
      <>
        {mayAnswer ? (
          <Notice kind="needs">
            {t('answer.you')} <VoiceDue voice={voice} />.
          </Notice>
        ) : (
          <p>
            <VoiceDue voice={voice} />
          </p>
        )}
        <SeatAsked seat={seats.get(voice.answerSeat)} />
        {mayAnswer && <AnswerForm slug={slug} voice={voice} form={form} />}
      </>
    );
  }
  return (
    <>
      <Prose text={voice.answer} />
      <SeatAsked seat={seats.get(voice.answeredBySeat ?? '')} />
      {voice.answeredAt && (
        <p class="record-row-facts">
          <DateText date={voice.answeredAt} />
        </p>
      )}
      {mayAnswer && (
        <Disclosure summary={t('answer.correct')} open={form.problems.length > 0}>
          <AnswerForm slug={slug} voice={voice} form={form} />
        </Disclosure>
      )}
    </>
  );
}

function SeatAsked({ seat }: { seat: SeatShown | undefined }) {
  const { locale } = useLocale();
  if (!seat) return null;
  return (
    <p>
      <PersonChip
        name={seat.holder ?? undefined}
        seat={`${seat.title}, ${seat.organizationName}`}
        group={seatGroup(locale, seat.constituency)}
      />
    </p>
  );
}

function AnswerForm({ slug, voice, form }: Pick<VoicePageProps, 'slug' | 'voice' | 'form'>) {
  const t = useWords(voiceWords);
  return (
    <Form action={`/p/${slug}/voices/${voice.id}/answer`}>
      <TextArea
        {...field(form, 'answer', voice.answer ?? '')}
        label={t('answer.label')}
        hint={t(voice.linkId ? 'answer.hint.guest' : 'answer.hint')}
        rows={6}
        maxlength={4000}
        draft={`answer:${voice.id}`}
      />
      <Button>{t('answer.submit')}</Button>
    </Form>
  );
}

/** What came of a voice, nearest first; says so when nothing has yet. */
export function VoiceCame({ slug, after }: { slug: string; after: readonly RecordHead[] }) {
  const t = useWords(voiceWords);
  const kind = useWords(recordWords);
  if (after.length === 0) return <p>{t('page.came.nothing')}</p>;
  return (
    <RecordList label={t('page.came')}>
      {after.map((head) => (
        <RecordRow
          key={head.id}
          href={recordPath(slug, head)}
          title={head.title}
          kind={kind(`kind.${head.kind}`)}
          state={<RecordState head={head} />}
          when={<DateText date={head.changedAt} />}
        />
      ))}
    </RecordList>
  );
}
