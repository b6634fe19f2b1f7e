import type { ComponentChildren } from 'preact';
import { FieldError, FieldHint, type FieldProps, fieldIds, Optional } from './field.view.tsx';
import { useFieldLabel } from './field-labels.ts';

export interface FieldsetProps extends FieldProps {
  children?: ComponentChildren;
}

/** Fields that answer one question together. */
export function Fieldset(props: FieldsetProps) {
  const { id, hintId, errorId } = fieldIds(props);
  useFieldLabel(props.name, props.label);
  const described = [props.hint ? hintId : '', props.error ? errorId : ''].filter(Boolean);
  return (
    <fieldset
      class={props.error ? 'field fieldset field-wrong' : 'field fieldset'}
      id={id}
      tabindex={-1}
      disabled={props.disabled}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
    >
      <legend class="field-label">
        {props.label}
        <Optional required={props.required} />
      </legend>
      <FieldHint id={hintId}>{props.hint}</FieldHint>
      <FieldError id={errorId} error={props.error} />
      {props.children}
    </fieldset>
  );
}
