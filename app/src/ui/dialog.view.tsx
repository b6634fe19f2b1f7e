import type { ComponentChildren } from 'preact';

export interface DialogProps {
  /** A Button with `opens={id}` opens it, without JavaScript. */
  id: string;
  title: string;
  closeLabel: string;
  /** The button that does it; inside a Form of its own, or with the `form` of one. */
  action?: ComponentChildren;
  children?: ComponentChildren;
}

/** A question over the page: native popover, closed by Escape, by a click outside, or by its button. */
export function Dialog({ id, title, closeLabel, action, children }: DialogProps) {
  return (
    <div class="dialog" id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
      <div class="button-row">
        {action}
        <button
          class="button button-quiet"
          type="button"
          popovertarget={id}
          popovertargetaction="hide"
        >
          {closeLabel}
        </button>
      </div>
    </div>
  );
}
