import { Button } from '../../ui/button.view.tsx';
import { DateField } from '../../ui/date-field.view.tsx';
import { Form } from '../../ui/form.view.tsx';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { RadioGroup } from '../../ui/radio-group.view.tsx';
import { Section } from '../../ui/section.view.tsx';
import { SelectField } from '../../ui/select-field.view.tsx';
import { TextField } from '../../ui/text-field.view.tsx';
import { useLocale, useWords } from '../../ui/words.ts';
import { foundingWords } from './founding.words.ts';
import { timeZoneName, timeZones } from './time-zones.ts';

export interface StartFormProps {
  form: FormState;
  action: string;
  /** The name of the person who is signed in already, if anybody is. */
  signedInAs: string | null;
  cycle: { name: string; startsOn: string; actOn: string; reflectOn: string; endsOn: string };
}

export function StartForm({ form, action, signedInAs, cycle }: StartFormProps) {
  const t = useWords(foundingWords);
  const { locale } = useLocale();
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        <Section title={t('start.part.partnership')}>
          <TextField {...field(form, 'name')} label={t('start.name')} hint={t('start.name.hint')} />
          <RadioGroup
            {...field(form, 'level', 'district')}
            label={t('start.level')}
            choices={(['district', 'school', 'state'] as const).map((level) => ({
              value: level,
              label: t(`start.level.${level}`),
            }))}
          />
          <TextField {...field(form, 'place')} label={t('start.place')} required={false} />
          <SelectField
            {...field(form, 'timeZone', 'America/New_York')}
            label={t('start.timeZone')}
            choices={timeZones.map((zone) => ({ value: zone, label: timeZoneName(zone, locale) }))}
          />
        </Section>
        <Section title={t('start.part.you')}>
          {signedInAs ? (
            <p>{t('problem.signed-in', { name: signedInAs })}</p>
          ) : (
            <>
              <TextField
                {...field(form, 'founderName')}
                label={t('start.founderName')}
                autocomplete="name"
              />
              <TextField
                {...field(form, 'email')}
                label={t('start.email')}
                type="email"
                autocomplete="email"
              />
              <TextField
                name="password"
                error={form.problem('password')}
                label={t('start.password')}
                hint={t('start.password.hint')}
                type="password"
                autocomplete="new-password"
              />
            </>
          )}
          <TextField
            {...field(form, 'founderTitle', t('start.founderTitle.example'))}
            label={t('start.founderTitle')}
          />
          <TextField
            {...field(form, 'administrationName')}
            label={t('start.administrationName')}
            hint={t('start.administrationName.hint')}
          />
        </Section>
        <Section title={t('start.part.association')}>
          <TextField {...field(form, 'associationName')} label={t('start.associationName')} />
          <TextField {...field(form, 'presidentName')} label={t('start.presidentName')} />
          <TextField
            {...field(form, 'presidentTitle', t('start.presidentTitle.example'))}
            label={t('start.presidentTitle')}
          />
          <TextField
            {...field(form, 'presidentEmail')}
            label={t('start.presidentEmail')}
            type="email"
          />
        </Section>
        <Section title={t('start.part.cycle')}>
          <p>{t('start.part.cycle.hint')}</p>
          <TextField {...field(form, 'cycleName', cycle.name)} label={t('start.cycleName')} />
          {(['startsOn', 'actOn', 'reflectOn', 'endsOn'] as const).map((name) => (
            <DateField key={name} {...field(form, name, cycle[name])} label={t(`start.${name}`)} />
          ))}
        </Section>
        <Button>{t('start.submit')}</Button>
      </Form>
    </>
  );
}
