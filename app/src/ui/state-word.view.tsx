export type StateTone = 'draft' | 'open' | 'waiting' | 'needs' | 'done' | 'stopped';

/** Where a record stands: in words, with a shape that differs even without colour. */
export function StateWord({ tone, children }: { tone: StateTone; children: string }) {
  return (
    <span class={`state state-${tone}`}>
      <svg class="state-shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

const shapes = {
  draft: <circle class="state-line state-dashes" cx="8" cy="8" r="6" />,
  open: (
    <>
      <circle class="state-line" cx="8" cy="8" r="6" />
      <circle class="state-solid" cx="8" cy="8" r="2.6" />
    </>
  ),
  waiting: (
    <>
      <circle class="state-line" cx="8" cy="8" r="6" />
      <path class="state-line" d="M8 4.5V8l2.4 1.6" />
    </>
  ),
  needs: <path class="state-solid" d="M8 .8 15.2 8 8 15.2.8 8Z" />,
  done: (
    <>
      <circle class="state-solid" cx="8" cy="8" r="7" />
      <path class="state-cut" d="m4.8 8.2 2.3 2.3 4.3-4.7" />
    </>
  ),
  stopped: (
    <>
      <rect class="state-line" x="2" y="2" width="12" height="12" rx="2" />
      <path class="state-line" d="M5 8h6" />
    </>
  ),
} as const;
