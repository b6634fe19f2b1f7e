import { Needs } from '../../partnership/joint-change/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Form, Section, TextArea } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { PlacesFields } from './places-fields.view.tsx';
import type { TeamPlaces } from './team.ts';
import { teamWords } from './team.words.ts';

export interface PlacesFormProps {
  form: FormState;
  action: string;
  organizations: readonly { id: string; name: string }[];
  places: readonly TeamPlaces[];
  needs: readonly string[];
}

/** Proposes how many places each organization has on a team at work. */
export function PlacesForm({ form, action, organizations, places, needs }: PlacesFormProps) {
  const t = useWords(teamWords);
  const now = new Map(places.map((one) => [one.organizationId, one]));
  return (
    <>
      <FormSummary form={form} />
      <Form action={action}>
        <PlacesFields
          form={form}
          organizations={organizations}
          places={(id) => now.get(id)?.places ?? 0}
          chairs={(id) => now.get(id)?.chairs ?? 0}
        />
        <TextArea
          {...field(form, 'reason')}
          label={t('places.reason')}
          hint={t('places.reason.hint')}
          maxlength={2000}
          required
        />
        <Section title={t('places.needs')}>
          <p>{t('places.needs.own')}</p>
          <Needs
            needs={needs}
            missing={null}
            organizations={new Map(organizations.map(({ id, name }) => [id, name]))}
          />
        </Section>
        <Button>{t('places.send')}</Button>
      </Form>
    </>
  );
}
