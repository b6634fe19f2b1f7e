import { type SeenAs, seatGroup } from '../partnership/access/index.ts';
import { catalogue } from '../ui/catalogue.ts';
import { Notice, SeatChip } from '../ui/index.ts';
import { useLocale, useWords } from '../ui/words.ts';
import en from './seen-as.en.json' with { type: 'json' };
import es from './seen-as.es.json' with { type: 'json' };

export const seenAsWords = catalogue(en, es);

/** Above a page that somebody looks at as somebody else would: as whom, what is missing, the way out. */
export function SeenAsNotice({ seenAs, path, home }: SeenAsNoticeProps) {
  const t = useWords(seenAsWords);
  const { locale } = useLocale();
  const side = seenAs.side ? seatGroup(locale, seenAs.side).name : '';
  const others = `${home}/view-as?page=${encodeURIComponent(path)}`;
  return (
    <Notice title={t(`as.${seenAs.what}`, { side, body: seenAs.body })}>
      <p>{t(`missing.${seenAs.what}`)}</p>
      <p class="button-row">
        <a class="button button-primary" href={path} data-own>
          {t('stop')}
        </a>
        <a class="button button-quiet" href={others} data-own>
          {t('others')}
        </a>
      </p>
    </Notice>
  );
}

export interface SeenAsNoticeProps {
  seenAs: SeenAs;
  /** The page, without a question in its address. */
  path: string;
  /** The path of the partnership. */
  home: string;
}

/** In the place of the seat from which a person acts. */
export function SeenAsChip({ seenAs }: { seenAs: SeenAs }) {
  const t = useWords(seenAsWords);
  const { locale } = useLocale();
  if (!seenAs.side) return <span>{t('chip.visitor')}</span>;
  const group = seatGroup(locale, seenAs.side);
  return <SeatChip group={group} label={t('chip', { side: group.name })} />;
}
