import { emptyForm, type FormState, field } from '../../ui/form-state.ts';
import {
  Button,
  DateField,
  Disclosure,
  FileField,
  Form,
  TextArea,
  TextField,
  useWords,
} from '../../ui/index.ts';
import { indicatorWords } from './indicator.words.ts';

export interface ValueFormsProps {
  form: FormState;
  /** The indicator's own address: "/p/riverbend/indicators/…". */
  path: string;
  /** Where to go after a value was entered. */
  backTo: string;
  today: string;
  /** Lines that could not be read, to be put right. */
  linesLeft?: string | undefined;
}

/** For whoever keeps the numbers: one value, or a list of them. */
export function ValueForms({ form, path, backTo, today, linesLeft }: ValueFormsProps) {
  const t = useWords(indicatorWords);
  const listed = linesLeft !== undefined || form.problem('lines') !== undefined;
  const single = listed ? emptyForm : form;
  return (
    <>
      <Form action={`${path}/values`} hidden={{ backTo }} label={t('enter.title')}>
        <DateField {...field(single, 'measuredOn', today)} label={t('enter.day')} max={today} />
        <TextField
          {...field(single, 'value')}
          label={t('enter.value')}
          type="number"
          step="any"
          width="short"
        />
        <TextField
          {...field(single, 'note')}
          label={t('enter.note')}
          hint={t('enter.note.hint')}
          required={false}
          maxlength={300}
        />
        <Button>{t('enter.save')}</Button>
      </Form>
      <Disclosure summary={t('import.title')} open={listed}>
        <Form action={`${path}/import`} hidden={{ backTo }} files label={t('import.title')}>
          <TextArea
            {...field(form, 'lines', linesLeft ?? '')}
            label={t('import.lines')}
            hint={t('import.lines.hint')}
            rows={6}
            placeholder={'2026-09-30,74\n2026-10-31,76,Two snow days'}
          />
          <FileField
            {...field(form, 'file')}
            label={t('import.file')}
            hint={t('import.file.hint')}
            accept=".csv,.tsv,.txt,text/csv"
            required={false}
          />
          <Button kind="quiet">{t('import.save')}</Button>
        </Form>
      </Disclosure>
    </>
  );
}
