import { controlAttributes, Field, type FieldProps } from './field.view.tsx';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` with `withTime`. */
  value?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  withTime?: boolean | undefined;
}

export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      <input
        class="control control-date"
        type={props.withTime ? 'datetime-local' : 'date'}
        value={props.value}
        min={props.min}
        max={props.max}
        {...controlAttributes(props)}
      />
    </Field>
  );
}
