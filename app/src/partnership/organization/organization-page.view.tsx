import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Checkbox,
  Form,
  PersonChip,
  RecordList,
  RecordRow,
  Section,
  SelectField,
  TextField,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { seatGroup } from '../access/index.ts';
import type { SeatShown } from '../seat/index.ts';
import type { OrganizationShown, SiteShown } from './organization.store.ts';
import { organizationWords } from './organization.words.ts';

export interface OrganizationPageProps {
  base: string;
  form: FormState;
  organization: OrganizationShown;
  seats: readonly SeatShown[];
  sites: readonly SiteShown[];
  mayFill: boolean;
}

export function OrganizationPage(props: OrganizationPageProps) {
  const { base, form, organization, seats, sites, mayFill } = props;
  const t = useWords(organizationWords);
  const { locale } = useLocale();
  const group = seatGroup(locale, organization.constituency);
  return (
    <>
      <FormSummary form={form} />
      {organization.exclusiveRepresentative && <p>{t('organization.exclusive.yes')}</p>}
      <Section title={t('organization.seats')}>
        {seats.length === 0 && <p>{t('organization.none')}</p>}
        <RecordList label={t('organization.seats')}>
          {seats.map((seat) => (
            <RecordRow
              key={seat.id}
              title={seat.title}
              href={`${base}/partners/seats/${seat.id}`}
              state={seat.lead ? t('seat.lead.yes') : undefined}
              who={seat.siteName ?? undefined}
              when={
                seat.alternates.length > 0
                  ? t('seat.alternates', { names: seat.alternates.join(', ') })
                  : undefined
              }
            >
              <PersonChip name={seat.holder ?? undefined} group={group} />
            </RecordRow>
          ))}
        </RecordList>
      </Section>
      {mayFill && (
        <Section title={t('seat.new')} id="new">
          <Form action={`${base}/partners/organizations/${organization.id}/seats`}>
            <TextField
              {...field(form, 'title')}
              label={t('seat.title')}
              hint={t('seat.title.hint')}
            />
            <SelectField
              {...field(form, 'siteId')}
              label={t('seat.site')}
              prompt={t('seat.site.top')}
              choices={sites
                .filter((site) => site.parentId !== null)
                .map((site) => ({ value: site.id, label: site.name }))}
            />
            <Checkbox
              {...field(form, 'lead')}
              value="yes"
              checked={form.value('lead', seats.length === 0 ? 'yes' : '') === 'yes'}
              label={t('seat.lead')}
              hint={t('seat.lead.hint')}
            />
            <Button>{t('seat.add')}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}
