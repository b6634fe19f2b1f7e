import {
  DateText,
  RecordList,
  RecordRow,
  type StateTone,
  StateWord,
  useWords,
} from '../../ui/index.ts';
import type { ListeningLinkRow } from './listening.ts';
import { listeningWords } from './listening.words.ts';

const tones: Record<ListeningLinkRow['standing'], StateTone> = {
  planned: 'waiting',
  open: 'open',
  closed: 'stopped',
  full: 'stopped',
};

export function LinkStanding({ link }: { link: ListeningLinkRow }) {
  const t = useWords(listeningWords);
  return <StateWord tone={tones[link.standing]}>{t(`standing.${link.standing}`)}</StateWord>;
}

export function LinkList({ slug, links }: { slug: string; links: readonly ListeningLinkRow[] }) {
  const t = useWords(listeningWords);
  return (
    <RecordList label={t('title')}>
      {links.map((link) => (
        <RecordRow
          key={link.id}
          href={`/p/${slug}/listening/${link.id}`}
          title={link.title}
          kind={link.siteName ?? undefined}
          state={<LinkStanding link={link} />}
          who={[
            t('voices', { count: link.voices }),
            ...(link.held > 0 ? [t('held.count', { count: link.held })] : []),
          ].join(' · ')}
          when={
            <>
              {t(link.standing === 'closed' ? 'closed-on' : 'until')}{' '}
              <DateText date={link.closesOn} />
            </>
          }
        />
      ))}
    </RecordList>
  );
}
