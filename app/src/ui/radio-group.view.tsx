import type { FieldProps } from './field.view.tsx';
import { fieldId } from './field.view.tsx';
import { Fieldset } from './fieldset.view.tsx';
import type { Choice } from './select-field.view.tsx';

export interface RadioGroupProps extends FieldProps {
  value?: string | undefined;
  choices: readonly Choice[];
  /** Side by side where there is room, for short scales. */
  inline?: boolean | undefined;
}

export function RadioGroup(props: RadioGroupProps) {
  return (
    <Fieldset {...props}>
      <div class={props.inline ? 'options options-inline' : 'options'}>
        {props.choices.map((choice) => {
          const id = `${props.id ?? fieldId(props.name)}-${choice.value}`;
          return (
            <div class="option" key={choice.value}>
              <input
                type="radio"
                id={id}
                name={props.name}
                value={choice.value}
                checked={choice.value === props.value}
                disabled={choice.disabled}
                required={props.required}
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
