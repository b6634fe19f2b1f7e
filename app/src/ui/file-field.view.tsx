import { controlAttributes, Field, type FieldProps } from './field.view.tsx';

export interface FileFieldProps extends FieldProps {
  /** What the browser offers: ".csv,text/csv". */
  accept?: string | undefined;
  multiple?: boolean | undefined;
}

/** A file to send along; browsers never fill it in again, so nothing is kept in it. */
export function FileField(props: FileFieldProps) {
  return (
    <Field {...props}>
      <input
        class="control"
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        {...controlAttributes(props)}
      />
    </Field>
  );
}
