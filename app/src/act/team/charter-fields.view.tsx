import { authorities, rulesWords } from '../../partnership/jurisdiction/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import {
  DateField,
  Disclosure,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { type Charter, decisionRules } from './team.ts';
import { teamWords } from './team.words.ts';

/** What a new team may leave for later. */
const folded = ['inScope', 'outOfScope', 'norms', 'sunsetOn'] as const;

/** What a team says about itself: the same fields when it is formed and when it revises its charter. */
export function CharterFields({ form, charter }: { form: FormState; charter?: Charter }) {
  const t = useWords(teamWords);
  const rules = useWords(rulesWords);
  const begun = folded.some((name) => form.value(name) !== '' || form.problem(name) !== undefined);
  return (
    <>
      <TextField
        {...field(form, 'title', charter?.title)}
        label={t('form.name')}
        maxlength={160}
        required
      />
      <TextArea
        {...field(form, 'purpose', charter?.purpose)}
        label={t('form.purpose')}
        hint={t('form.purpose.hint')}
        maxlength={4000}
        required
      />
      <RadioGroup
        {...field(form, 'decisionRule', charter?.decisionRule ?? 'consent')}
        label={t('rule')}
        hint={t('rule.hint')}
        choices={decisionRules.map((rule) => ({
          value: rule,
          label: t(`rule.${rule}`),
          hint: t(`rule.${rule}.hint`),
        }))}
      />
      <SelectField
        {...field(form, 'creationAuthority', charter?.creationAuthority ?? 'partners')}
        label={rules('authority')}
        hint={rules('authority.hint')}
        choices={authorities.map((authority) => ({
          value: authority,
          label: rules(`authority.${authority}`),
        }))}
      />
      <Disclosure summary={t('form.more')} open={charter !== undefined || begun}>
        <TextArea
          {...field(form, 'inScope', charter?.inScope)}
          label={t('form.in')}
          required={false}
          rows={3}
        />
        <TextArea
          {...field(form, 'outOfScope', charter?.outOfScope)}
          label={t('form.out')}
          hint={t('form.out.hint')}
          required={false}
          rows={3}
        />
        <TextArea
          {...field(form, 'norms', charter?.norms)}
          label={t('form.norms')}
          hint={t('form.norms.hint')}
          required={false}
        />
        <DateField
          {...field(form, 'sunsetOn', charter?.sunsetOn ?? '')}
          label={t('form.sunset')}
          hint={t('form.sunset.hint')}
          required={false}
        />
      </Disclosure>
    </>
  );
}
