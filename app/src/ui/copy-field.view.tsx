import { useId } from 'preact/hooks';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface CopyFieldProps {
  label: string;
  value: string;
  hint?: string | undefined;
}

/** A text to pass on; the button appears where JavaScript runs. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const t = useWords(uiWords);
  const id = useId();
  return (
    <div class="field" data-copy>
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="copy">
        <input
          class="control copy-value"
          id={id}
          type="text"
          readonly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button class="button button-quiet" type="button" hidden data-done={t('copy.done')}>
          {t('copy.button')}
        </button>
      </div>
      <span class="visually-hidden" role="status" />
    </div>
  );
}
