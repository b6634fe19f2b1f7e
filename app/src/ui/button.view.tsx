import type { ComponentChildren } from 'preact';

export type ButtonKind = 'primary' | 'quiet' | 'danger';

export interface ButtonProps {
  kind?: ButtonKind | undefined;
  type?: 'submit' | 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  disabled?: boolean | undefined;
  /** Submit to another address than the form's. */
  formAction?: string | undefined;
  /** Skip the browser's own checks, for saving a draft. */
  formNoValidate?: boolean | undefined;
  /** Sending it leaves nothing of what the person typed on this device. */
  forgetsDrafts?: boolean | undefined;
  /** Opens the popover or dialog with this id. */
  opens?: string | undefined;
  /** The id of the form it sends, when it stands outside of it. */
  form?: string | undefined;
  describedBy?: string | undefined;
  children?: ComponentChildren;
}

export function Button({ kind = 'primary', type = 'submit', ...props }: ButtonProps) {
  return (
    <button
      class={`button button-${kind}`}
      type={props.opens ? 'button' : type}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      formaction={props.formAction}
      formnovalidate={props.formNoValidate}
      form={props.form}
      data-forget-drafts={props.forgetsDrafts}
      popovertarget={props.opens}
      aria-describedby={props.describedBy}
    >
      {props.children}
    </button>
  );
}

export interface LinkButtonProps {
  href: string;
  kind?: ButtonKind | undefined;
  /** Offer the target as a file. */
  download?: boolean | undefined;
  children?: ComponentChildren;
}

export function LinkButton({ href, kind = 'primary', download, children }: LinkButtonProps) {
  return (
    <a class={`button button-${kind}`} href={href} download={download}>
      {children}
    </a>
  );
}

/** Buttons side by side; the primary one first. */
export function ButtonRow({ children }: { children?: ComponentChildren }) {
  return <div class="button-row">{children}</div>;
}
