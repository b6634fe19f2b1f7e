import { fieldId } from './field.view.tsx';
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
            {field ? <a href={`#${fieldId(field)}`}>{message}</a> : message}
          </li>
        ))}
      </ul>
    </div>
  );
}
