import type { ComponentChildren } from 'preact';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface Step {
  label: string;
  /** One line: dates, or what happens then. */
  note?: ComponentChildren;
  href?: string | undefined;
}

export interface StepsProps {
  steps: readonly Step[];
  /** Index of the step we are in; -1 before the first, `steps.length` after the last. */
  current: number;
  label?: string | undefined;
}

/** Where we are in a cycle. */
export function Steps({ steps, current, label }: StepsProps) {
  const t = useWords(uiWords);
  return (
    <ol class="steps" aria-label={label ?? t('steps.label')}>
      {steps.map((step, at) => {
        const place = at < current ? 'done' : at === current ? 'now' : 'next';
        return (
          <li
            key={step.label}
            class={`step step-${place}`}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            <svg class="step-shape" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <circle class="step-circle" cx="12" cy="12" r="9" />
              {place === 'done' && <path class="step-check" d="m7.8 12.3 3 3 5.6-6.2" />}
              {place === 'now' && <circle class="step-dot" cx="12" cy="12" r="4.5" />}
            </svg>
            <span class="step-text">
              <span class="step-label">
                {step.href ? <a href={step.href}>{step.label}</a> : step.label}
              </span>
              <span class="step-place">{t(`steps.${place}`)}</span>
              {step.note && <span class="step-note">{step.note}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
