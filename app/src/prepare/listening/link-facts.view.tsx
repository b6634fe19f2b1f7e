import { accessWords, type Constituency } from '../../partnership/access/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { DateText, DefinitionList, useWords } from '../../ui/index.ts';
import { voiceWords } from '../voice/index.ts';
import type { ListeningLinkRow } from './listening.ts';
import { listeningWords } from './listening.words.ts';
import { type SideCount, sideCountsShown } from './side-counts.ts';

export interface LinkFactsProps {
  link: ListeningLinkRow;
  asked: SeatShown | undefined;
  counts: readonly SideCount[];
}

/** What people are promised by a link, whom it asks, and how many came. */
export function LinkFacts({ link, asked, counts }: LinkFactsProps) {
  const t = useWords(listeningWords);
  const voice = useWords(voiceWords);
  const side = useWords(accessWords);
  const sideName = (name: string) => side(`constituency.${name as Constituency}`);
  const { sides, others } = sideCountsShown(counts);
  return (
    <DefinitionList
      items={[
        { term: t('page.who'), value: asked ? seatName(asked) : '' },
        { term: t('page.days'), value: t('page.days.value', { days: link.answerDays }) },
        {
          term: t('page.when'),
          value: (
            <>
              <DateText date={link.opensOn} /> – <DateText date={link.closesOn} />
            </>
          ),
        },
        {
          term: t('page.sides'),
          value: link.sides.map(sideName).join(', ') || t('page.all.sides'),
        },
        {
          term: t('page.sorts'),
          value: link.sorts.map((sort) => voice(`sort.${sort}`)).join(', ') || t('page.all.sorts'),
        },
        { term: t('page.read-by'), value: t(`form.visible.${link.voicesVisibleTo}`) },
        { term: t('page.device'), value: t(`form.device.${link.device}`) },
        {
          term: t('page.came'),
          value: [
            t(link.mostVoices ? 'page.came.of' : 'voices', {
              count: link.voices,
              most: link.mostVoices ?? 0,
            }),
            ...sides.map(({ constituency, voices }) => `${sideName(constituency)} ${voices}`),
            ...(sides.length > 0 && others > 0 ? [t('page.came.others', { count: others })] : []),
          ].join(' · '),
        },
      ]}
    />
  );
}
