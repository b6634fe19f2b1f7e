import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Form, Notice, RadioGroup, Section, TextArea } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { Lines } from './before-and-after.view.tsx';
import { jointChangeWords } from './joint-change.words.ts';
import { Needs } from './needs.view.tsx';

/** What a record's visibility may be changed to by agreement. */
export const visibilityTargets = ['public', 'partnership'] as const;

export interface VisibilityFormProps {
  form: FormState;
  action: string;
  recordId: string;
  visibleTo: string;
  needs: readonly string[];
  organizations: ReadonlyMap<string, string>;
  /** Who can read it now. */
  now: readonly string[];
}

export function VisibilityForm(props: VisibilityFormProps) {
  const { form, visibleTo } = props;
  const t = useWords(jointChangeWords);
  const choices = visibilityTargets.filter((target) => target !== visibleTo);
  return (
    <>
      <FormSummary form={form} />
      <Section title={t('visibility.now')}>
        <Lines lines={props.now} />
      </Section>
      <Form action={props.action} hidden={{ recordId: props.recordId }}>
        <RadioGroup
          {...field(form, 'visibleTo', choices.at(-1))}
          label={t('visibility.choice')}
          choices={choices.map((value) => ({
            value,
            label: t(`visibility.${value}`),
            hint: t(`visibility.${value}.hint`),
          }))}
        />
        <TextArea
          {...field(form, 'reason')}
          label={t('propose.reason')}
          hint={t('propose.reason.hint')}
          maxlength={2000}
          required
        />
        <Section title={t('needs')}>
          <Needs needs={props.needs} missing={null} organizations={props.organizations} />
        </Section>
        <Button>{t('propose')}</Button>
      </Form>
      <Notice>{t('rule')}</Notice>
    </>
  );
}
