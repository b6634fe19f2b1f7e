import { fieldId } from './field.view.tsx';
import { useFieldLabels } from './field-labels.ts';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface FieldProblem {
  /** The field's name; without it the sentence stands alone. */
  field?: string | undefined;
  message: string;
}

/** On top of a page whose form came back: what to check, each linked to its field. */
export function ErrorSummary({ errors, id }: { errors: readonly FieldProblem[]; id?: string }) {
  const t = useWords(uiWords);
  const labels = useFieldLabels();
  if (errors.length === 0) return null;
  const titleId = `${id ?? 'errors'}-title`;
  return (
    <div
      class="error-summary"
      id={id ?? 'errors'}
      role="alert"
      tabindex={-1}
      data-focus
      aria-labelledby={titleId}
    >
      <p class="error-summary-title" id={titleId}>
        {t('errors.title', { count: errors.length })}
      </p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <Problem field={field} message={message} label={field && labels?.get(field)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names the field where the page knows its label: "Please fill this in" alone says nothing up here. */
function Problem({ field, message, label }: FieldProblem & { label?: string | undefined }) {
  const t = useWords(uiWords);
  const known = useFieldLabels() === null || label !== undefined;
  if (!field || !known) return <>{message}</>;
  return (
    <a href={`#${fieldId(field)}`}>
      {label === undefined && message}
      {label !== undefined &&
        t(/[?!.]$/.test(label) ? 'errors.question' : 'errors.field', { label, message })}
    </a>
  );
}
