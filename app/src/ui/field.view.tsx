import type { ComponentChildren } from 'preact';
import { useFieldLabel } from './field-labels.ts';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

/** What every field takes. `value` is what the person typed, also when it was wrong. */
export interface FieldProps {
  name: string;
  label: string;
  id?: string | undefined;
  hint?: ComponentChildren;
  error?: string | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
}

export interface FieldIds {
  id: string;
  hintId: string;
  errorId: string;
}

export function fieldIds({ id, name }: Pick<FieldProps, 'id' | 'name'>): FieldIds {
  const own = id ?? fieldId(name);
  return { id: own, hintId: `${own}-hint`, errorId: `${own}-error` };
}

/** The id of the control with this name: what an ErrorSummary links to. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]+/g, '-')}`;
}

/** The attributes that tie a control to its hint and error. */
export function controlAttributes(props: FieldProps) {
  const { id, hintId, errorId } = fieldIds(props);
  const described = [props.hint ? hintId : '', props.error ? errorId : ''].filter(Boolean);
  return {
    id,
    name: props.name,
    required: props.required,
    disabled: props.disabled,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': props.error ? ('true' as const) : undefined,
  };
}

export function FieldHint({ id, children }: { id: string; children?: ComponentChildren }) {
  return children ? (
    <p class="field-hint" id={id}>
      {children}
    </p>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  const t = useWords(uiWords);
  return error ? (
    <p class="field-error" id={id}>
      <span class="visually-hidden">{t('field.error')} </span>
      {error}
    </p>
  ) : null;
}

export function Optional({ required }: { required?: boolean | undefined }) {
  const t = useWords(uiWords);
  return required === false ? <span class="field-optional"> ({t('field.optional')})</span> : null;
}

/** Label above, hint, control, error beside it. */
export function Field(props: FieldProps & { children?: ComponentChildren }) {
  const { id, hintId, errorId } = fieldIds(props);
  useFieldLabel(props.name, props.label);
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={id}>
        {props.label}
        <Optional required={props.required} />
      </label>
      <FieldHint id={hintId}>{props.hint}</FieldHint>
      <FieldError id={errorId} error={props.error} />
      {props.children}
    </div>
  );
}
