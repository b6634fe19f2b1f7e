import { ErrorSummary } from './error-summary.view.tsx';
import type { FormState } from './form-state.ts';

/** The summary on top of a form that came back; nothing on the first showing. */
export function FormSummary({ form }: { form: FormState }) {
  return <ErrorSummary errors={form.problems} />;
}
