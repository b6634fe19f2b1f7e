import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Checkbox, Form, RadioGroup, TextArea, useWords } from '../../ui/index.ts';
import { longestVoice, voiceSides, voiceSorts, voiceWords } from '../voice/index.ts';
import { allowedBy, type ListeningLink, listenPath } from './listening.ts';
import { listeningWords } from './listening.words.ts';

/** What somebody chooses who would rather not say as whom they speak. */
export const unsaid = 'unsaid';

export interface ListenFormProps {
  form: FormState;
  link: ListeningLink;
  /** This device has answered the link, which asks for one answer from each. */
  answered: boolean;
}

/** For a person without an account, on whatever phone they have. */
export function ListenForm({ form, link, answered }: ListenFormProps) {
  const t = useWords(listeningWords);
  const voice = useWords(voiceWords);
  const sorts = allowedBy(link.sorts, voiceSorts);
  const sides = allowedBy<(typeof voiceSides)[number]>(link.sides, voiceSides);
  const [onlySort, onlySide] = [only(sorts), only(sides)];
  return (
    <>
      <FormSummary form={form} />
      <Form
        action={listenPath(link)}
        hidden={{
          proof: '',
          ...(onlySort ? { sort: onlySort } : {}),
          ...(onlySide ? { constituency: onlySide } : {}),
        }}
      >
        {!onlySort && (
          <RadioGroup
            {...field(form, 'sort')}
            label={voice('form.sort')}
            choices={sorts.map((value) => ({
              value,
              label: voice(`sort.${value}`),
              hint: voice(`sort.${value}.hint`),
            }))}
          />
        )}
        <TextArea
          {...field(form, 'body')}
          label={voice('form.body')}
          hint={voice('form.body.hint')}
          rows={7}
          maxlength={longestVoice}
          draft={link.device === 'shared' ? undefined : `listen:${link.id}`}
        />
        {onlySide ? (
          <p>{t('listen.side.only', { side: t(`side.${onlySide}`) })}</p>
        ) : (
          <RadioGroup
            {...field(form, 'constituency')}
            label={t('listen.side')}
            hint={t('listen.side.hint')}
            choices={([...sides, unsaid] as const).map((value) => ({
              value,
              label: t(`side.${value}`),
            }))}
          />
        )}
        {answered && (
          <Checkbox
            {...field(form, 'shared')}
            value="yes"
            checked={form.value('shared') === 'yes'}
            label={t('listen.answered.shared')}
            hint={t('listen.answered.hint')}
            required={false}
          />
        )}
        <p>
          {t(link.voicesVisibleTo === 'public' ? 'listen.kept.public' : 'listen.kept')}
          {link.device === 'once' && <> {t('listen.mark')}</>}
          {link.device === 'shared' && <> {t('listen.shared')}</>}
        </p>
        <p data-proof={`${listenPath(link)}/challenge`} role="status" hidden>
          {t('listen.moment')}
        </p>
        <Button>{t('listen.submit')}</Button>
      </Form>
    </>
  );
}

function only<Choice>(choices: readonly Choice[]): Choice | undefined {
  return choices.length === 1 ? choices[0] : undefined;
}
