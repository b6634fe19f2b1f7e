import type { ComponentChildren } from 'preact';

export interface FormProps {
  action: string;
  method?: 'post' | 'get' | undefined;
  /** Sent along unseen: a token, an id, a version. */
  hidden?: Readonly<Record<string, string>> | undefined;
  /** The form carries files. */
  files?: boolean | undefined;
  id?: string | undefined;
  label?: string | undefined;
  /** Fields and button on one line, for a search or a small step. */
  inline?: boolean | undefined;
  children?: ComponentChildren;
}

/** Plain post: works without JavaScript; the server checks and keeps what was typed. */
export function Form(props: FormProps) {
  return (
    <form
      class={props.inline ? 'form form-inline' : 'form'}
      id={props.id}
      method={props.method ?? 'post'}
      action={props.action}
      enctype={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  );
}
