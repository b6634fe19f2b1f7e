import { Button } from '../../../ui/button.view.tsx';
import { Form } from '../../../ui/form.view.tsx';
import type { FormState } from '../../../ui/form-state.ts';
import { FormSummary } from '../../../ui/form-summary.view.tsx';
import { useDates, useWords } from '../../../ui/words.ts';
import { accountWords } from '../account.words.ts';

export interface DistrictLinkProps {
  form: FormState;
  name: string;
  linkedAt: Date | null;
}

/** Joining the district's sign-in with the account, or taking it off. */
export function DistrictLink({ form, name, linkedAt }: DistrictLinkProps) {
  const t = useWords(accountWords);
  const dates = useDates();
  return (
    <>
      <FormSummary form={form} />
      <p>{t('district.lead', { name })}</p>
      {linkedAt ? (
        <Form action="/account/district/unlink">
          <p>{t('district.linked', { day: dates.day(linkedAt) })}</p>
          <Button kind="danger">{t('district.unlink')}</Button>
        </Form>
      ) : (
        <Form action="/account/district">
          <Button>{t('district.join')}</Button>
        </Form>
      )}
    </>
  );
}
