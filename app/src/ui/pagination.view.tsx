import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

export interface PaginationProps {
  page: number;
  pages: number;
  previousHref?: string | undefined;
  nextHref?: string | undefined;
}

export function Pagination({ page, pages, previousHref, nextHref }: PaginationProps) {
  const t = useWords(uiWords);
  if (pages < 2) return null;
  return (
    <nav class="pagination" aria-label={t('pages.label')}>
      {previousHref && (
        <a href={previousHref} rel="prev">
          {t('pages.previous')}
        </a>
      )}
      <span>{t('pages.of', { page, pages })}</span>
      {nextHref && (
        <a href={nextHref} rel="next">
          {t('pages.next')}
        </a>
      )}
    </nav>
  );
}
