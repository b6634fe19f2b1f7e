import { ChainView, SideSection } from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { ChainLink } from './record.store.ts';
import { type RecordHead, recordPath } from './record.ts';
import { recordWords } from './record.words.ts';
import { RecordState } from './record-state.view.tsx';

export interface RecordChainProps {
  slug: string;
  head: RecordHead;
  chain: readonly ChainLink[];
}

/** What led to this record and what came of it. */
export function RecordChain({ slug, head, chain }: RecordChainProps) {
  const t = useWords(recordWords);
  const dates = useDates();
  const link = ({ head: other }: ChainLink) => ({
    kind: t(`kind.${other.kind}`),
    title: other.title,
    href: recordPath(slug, other),
    state: <RecordState head={other} />,
    // A meeting is recorded when it is planned, and its title says when it is.
    when: other.kind === 'meeting' ? undefined : dates.day(other.createdAt),
  });
  const after = chain.filter(({ distance }) => distance > 0);
  // A standing team meets often: its meetings are told one by one only where something came of them.
  const told = after.filter(({ head: { kind }, leadsOn }) => kind !== 'meeting' || leadsOn);
  const more = after.length - told.length;
  return (
    <SideSection title={t('chain.title')}>
      <ChainView
        before={chain.filter(({ distance }) => distance < 0).map(link)}
        current={{
          kind: t(`kind.${head.kind}`),
          title: head.title,
          state: <RecordState head={head} />,
        }}
        after={told.map(link)}
      />
      {more > 0 && <p class="chain-more">{t('chain.more-meetings', { count: more })}</p>}
    </SideSection>
  );
}
