import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Checkbox, Form, SelectField, TextField } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { constituencies, seatGroup } from '../access/index.ts';
import { organizationWords } from './organization.words.ts';

export function OrganizationForm({ base, form }: { base: string; form: FormState }) {
  const t = useWords(organizationWords);
  const { locale } = useLocale();
  return (
    <>
      <FormSummary form={form} />
      <Form action={`${base}/partners/organizations`}>
        <TextField {...field(form, 'name')} label={t('organization.name')} />
        <SelectField
          {...field(form, 'constituency')}
          label={t('organization.constituency')}
          prompt=""
          choices={constituencies.map((one) => ({
            value: one,
            label: seatGroup(locale, one).name,
          }))}
        />
        <Checkbox
          {...field(form, 'exclusive')}
          value="yes"
          checked={form.value('exclusive') === 'yes'}
          label={t('organization.exclusive')}
          hint={t('organization.exclusive.hint')}
        />
        <Button>{t('organization.add')}</Button>
      </Form>
    </>
  );
}

export function SiteForm({ base, form }: { base: string; form: FormState }) {
  const t = useWords(organizationWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={`${base}/partners/sites`}>
        <TextField {...field(form, 'name')} label={t('site.name')} />
        <Button>{t('site.add')}</Button>
      </Form>
    </>
  );
}
