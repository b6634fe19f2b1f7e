import type { ComponentChildren } from 'preact';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface NoticeProps {
  kind?: 'success' | 'plain' | 'warning' | 'needs' | undefined;
  title?: string | undefined;
  children?: ComponentChildren;
}

/** A sentence that stays: what was done, what to know, what is waiting. */
export function Notice({ kind = 'plain', title, children }: NoticeProps) {
  const t = useWords(uiWords);
  const word =
    title ?? (kind === 'needs' ? t('notice.needs') : kind === 'warning' ? t('notice.warning') : '');
  return (
    <div class={`notice notice-${kind}`} role={kind === 'success' ? 'status' : undefined}>
      {word && <p class="notice-title">{word}</p>}
      <div class="notice-text">{children}</div>
    </div>
  );
}
