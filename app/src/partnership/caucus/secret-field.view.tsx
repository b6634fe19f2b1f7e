import type { ComponentChildren } from 'preact';
import { Field, fieldId } from '../../ui/index.ts';

export interface SecretFieldProps {
  /** What the script calls it. The control carries no name, so that no form can send what is typed. */
  secret: string;
  label: string;
  hint?: ComponentChildren;
  sort: 'passphrase' | 'line' | 'text';
  maxlength?: number;
  /** Several of the same on one page are told apart by this. */
  of?: string;
}

/** A field whose words never leave the browser as they are. */
export function SecretField({ secret, label, hint, sort, maxlength, of = '' }: SecretFieldProps) {
  const name = `${secret}${of}`;
  const id = fieldId(name);
  const control = {
    class: 'control',
    id,
    'data-secret': secret,
    maxlength,
    autocomplete: 'off',
    ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
  } as const;
  return (
    <Field name={name} label={label} hint={hint}>
      {sort === 'text' && <textarea {...control} rows={6} />}
      {sort === 'line' && <input {...control} type="text" />}
      {sort === 'passphrase' && <input {...control} type="password" />}
    </Field>
  );
}
