import { controlAttributes, Field, type FieldProps } from './field.view.tsx';

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel' | 'number' | undefined;
  value?: string | number | undefined;
  autocomplete?: string | undefined;
  maxlength?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | 'any' | undefined;
  placeholder?: string | undefined;
  /** How wide the answer usually is. */
  width?: 'short' | 'medium' | 'full' | undefined;
}

export function TextField(props: TextFieldProps) {
  const { type = 'text', width = type === 'number' ? 'short' : 'full' } = props;
  return (
    <Field {...props}>
      <input
        class={`control control-${width}`}
        type={type as 'text'}
        inputmode={type === 'number' ? 'decimal' : undefined}
        value={props.value}
        autocomplete={props.autocomplete as 'on' | undefined}
        maxlength={props.maxlength}
        min={props.min}
        max={props.max}
        step={props.step}
        placeholder={props.placeholder}
        {...controlAttributes(props)}
      />
    </Field>
  );
}
