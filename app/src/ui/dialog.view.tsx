import type { ComponentChildren } from 'preact';

export interface DialogProps {
  /** A Button with `opens={id}` opens it, without JavaScript. */
  id: string;
  title: string;
  closeLabel: string;
  children?: ComponentChildren;
}

/** A question over the page: native popover, closed by Escape, by a click outside, or by its button. */
export function Dialog({ id, title, closeLabel, children }: DialogProps) {
  return (
    <div class="dialog" id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
      <button
        class="button button-quiet"
        type="button"
        popovertarget={id}
        popovertargetaction="hide"
      >
        {closeLabel}
      </button>
    </div>
  );
}
