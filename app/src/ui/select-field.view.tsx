import { controlAttributes, Field, type FieldProps } from './field.view.tsx';

export interface Choice {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

export interface ChoiceGroup {
  label: string;
  choices: readonly Choice[];
}

export interface SelectFieldProps extends FieldProps {
  value?: string | undefined;
  choices: readonly (Choice | ChoiceGroup)[];
  /** The first, empty line ("Choose a school"). */
  prompt?: string | undefined;
}

export function SelectField(props: SelectFieldProps) {
  const option = (choice: Choice) => (
    <option
      key={choice.value}
      value={choice.value}
      selected={choice.value === props.value}
      disabled={choice.disabled}
    >
      {choice.label}
    </option>
  );
  return (
    <Field {...props}>
      <select class="control control-select" {...controlAttributes(props)}>
        {props.prompt !== undefined && <option value="">{props.prompt}</option>}
        {props.choices.map((entry) =>
          'choices' in entry ? (
            <optgroup key={entry.label} label={entry.label}>
              {entry.choices.map(option)}
            </optgroup>
          ) : (
            option(entry)
          ),
        )}
      </select>
    </Field>
  );
}
