import { type FormState, field } from '../../ui/form-state.ts';
import { Button, Form, SelectField } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { Invitable } from '../roster/server.ts';
import { organizationWords } from './organization.words.ts';

/** The people on the roster without a seat, school by school. */
export function InvitableField({ form, invitable }: { form: FormState; invitable: Invitable }) {
  const t = useWords(organizationWords);
  if (invitable.people.length === 0) return null;
  const groups = invitable.schools
    .map(({ siteId, name }) => ({
      label: name ?? t('invite.roster.no-school'),
      choices: invitable.people
        .filter((person) => person.siteId === siteId)
        .map((person) => ({ value: person.id, label: person.name })),
    }))
    .filter(({ choices }) => choices.length > 0);
  return (
    <SelectField
      {...field(form, 'personId')}
      label={t('invite.roster')}
      hint={t('invite.roster.hint')}
      prompt={t('invite.roster.none')}
      required={false}
      choices={groups}
    />
  );
}

/** Where a district has too many people for one list: first the school. */
export function InvitableSchools(props: {
  action: string;
  schools: Invitable['schools'];
  school: string;
}) {
  const t = useWords(organizationWords);
  return (
    <Form action={props.action} method="get" inline>
      <SelectField
        name="school"
        value={props.school}
        label={t('invite.school')}
        prompt={t('invite.school.prompt')}
        choices={props.schools.map(({ siteId, name, people }) => ({
          value: siteId ?? 'none',
          label: t('invite.school.choice', {
            name: name ?? t('invite.roster.no-school'),
            n: people,
          }),
        }))}
      />
      <Button kind="quiet">{t('invite.school.show')}</Button>
    </Form>
  );
}
