import { useId } from 'preact/hooks';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface ProgressProps {
  label: string;
  /** Without a value: under way, length unknown. */
  value?: number | undefined;
  total?: number | undefined;
  /** In words, instead of "3 of 9". */
  text?: string | undefined;
}

export function Progress({ label, value, total = 100, text }: ProgressProps) {
  const t = useWords(uiWords);
  const id = useId();
  const said = text ?? (value === undefined ? '' : t('progress.of', { value, total }));
  return (
    <div class="progress">
      <div class="progress-words">
        <label for={id}>{label}</label>
        {said && <span>{said}</span>}
      </div>
      <progress id={id} value={value} max={total} />
    </div>
  );
}
