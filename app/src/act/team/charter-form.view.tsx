import type { FormState } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, Form } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { CharterFields } from './charter-fields.view.tsx';
import type { Team } from './team.ts';
import { teamWords } from './team.words.ts';

export function CharterForm({ form, base, team }: { form: FormState; base: string; team: Team }) {
  const t = useWords(teamWords);
  return (
    <>
      <FormSummary form={form} />
      <Form action={`${base}/teams/${team.id}/charter`}>
        <CharterFields form={form} charter={team} />
        <Button>{t('edit.save')}</Button>
      </Form>
    </>
  );
}
