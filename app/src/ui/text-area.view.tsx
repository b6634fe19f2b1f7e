import { controlAttributes, Field, type FieldProps } from './field.view.tsx';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface TextAreaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
  placeholder?: string | undefined;
  /** Under this key (person and record in it) the browser keeps what is typed until it is sent. */
  draft?: string | undefined;
}

export function TextArea(props: TextAreaProps) {
  const t = useWords(uiWords);
  return (
    <Field {...props}>
      <textarea
        class="control"
        rows={props.rows ?? 4}
        maxlength={props.maxlength}
        placeholder={props.placeholder}
        data-draft={props.draft}
        {...controlAttributes(props)}
      >
        {props.value}
      </textarea>
      {props.draft && (
        <p class="field-draft" data-draft-note hidden data-restored={t('draft.restored')}>
          {t('draft.kept')}
        </p>
      )}
    </Field>
  );
}
