import {
  controlAttributes,
  FieldError,
  FieldHint,
  type FieldProps,
  fieldId,
  fieldIds,
} from './field.view.tsx';
import { useFieldLabel } from './field-labels.ts';
import { Fieldset } from './fieldset.view.tsx';
import type { Choice } from './select-field.view.tsx';

export interface CheckboxProps extends FieldProps {
  value?: string | undefined;
  checked?: boolean | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const { id, hintId, errorId } = fieldIds(props);
  useFieldLabel(props.name, props.label);
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <FieldError id={errorId} error={props.error} />
      <div class="option">
        <input
          type="checkbox"
          value={props.value ?? 'yes'}
          checked={props.checked}
          {...controlAttributes(props)}
        />
        <label for={id}>{props.label}</label>
        <FieldHint id={hintId}>{props.hint}</FieldHint>
      </div>
    </div>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  values?: readonly string[] | undefined;
  choices: readonly Choice[];
}

/** Several answers to one question; each is sent under the same name. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { required: _, ...fieldset } = props;
  return (
    <Fieldset {...fieldset}>
      <div class="options">
        {props.choices.map((choice) => {
          const id = `${props.id ?? fieldId(props.name)}-${choice.value}`;
          return (
            <div class="option" key={choice.value}>
              <input
                type="checkbox"
                id={id}
                name={props.name}
                value={choice.value}
                checked={props.values?.includes(choice.value)}
                disabled={choice.disabled}
                aria-describedby={choice.hint ? `${id}-hint` : undefined}
              />
              <label for={id}>{choice.label}</label>
              {choice.hint && (
                <p class="field-hint" id={`${id}-hint`}>
                  {choice.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}
