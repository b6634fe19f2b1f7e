import { type FormState, field } from '../../ui/form-state.ts';
import { DateField, RadioGroup, TextField, useWords } from '../../ui/index.ts';
import { indicatorWords } from './indicator.words.ts';

/** How we will know: part of the form that proposes a goal. */
export function IndicatorFields({ form, today }: { form: FormState; today: string }) {
  const t = useWords(indicatorWords);
  return (
    <>
      <TextField
        {...field(form, 'indicatorName')}
        label={t('field.name')}
        hint={t('field.name.hint')}
        maxlength={160}
      />
      <TextField
        {...field(form, 'unit')}
        label={t('field.unit')}
        hint={t('field.unit.hint')}
        width="short"
        maxlength={40}
        required={false}
      />
      <RadioGroup
        {...field(form, 'wanted', 'up')}
        label={t('field.wanted')}
        inline
        choices={(['up', 'down'] as const).map((value) => ({ value, label: t(`wanted.${value}`) }))}
      />
      <TextField
        {...field(form, 'baseline')}
        label={t('field.baseline')}
        hint={t('field.baseline.hint')}
        type="number"
        step="any"
      />
      <DateField {...field(form, 'baselineOn', today)} label={t('field.baselineOn')} />
      <TextField
        {...field(form, 'target')}
        label={t('field.target')}
        hint={t('field.target.hint')}
        type="number"
        step="any"
      />
      <TextField
        {...field(form, 'source')}
        label={t('field.source')}
        hint={t('field.source.hint')}
        maxlength={300}
        required={false}
      />
    </>
  );
}
