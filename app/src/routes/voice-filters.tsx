import { type VoiceSort, voiceSorts, voiceWords } from '../prepare/voice/index.ts';
import type { VoiceFilter } from '../prepare/voice/server.ts';
import { Tabs } from '../ui/index.ts';
import { useWords } from '../ui/words.ts';
import type { Visit } from './visit.ts';

const states = ['waiting', 'answered', 'taken-up', 'yours'] as const;

type Filter = VoiceFilter & { page: number };

/** What the address asks for: `?kind=concern&state=waiting&page=2`. Anything unknown means all. */
export function voiceFilterOf(visit: Visit): Filter {
  const page = Number(visit.query('page') ?? '1');
  return {
    sort: voiceSorts.find((sort) => sort === visit.query('kind')),
    state: states.find((state) => state === visit.query('state')),
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  };
}

export function voicesPath(path: string, filter: Filter): string {
  const query = new URLSearchParams();
  if (filter.sort) query.set('kind', filter.sort);
  if (filter.state) query.set('state', filter.state);
  if (filter.page > 1) query.set('page', String(filter.page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Two rows of links: where it stands, and what kind. */
export function VoiceFilters({ path, filter }: { path: string; filter: Filter }) {
  const t = useWords(voiceWords);
  const sorts: (VoiceSort | undefined)[] = [undefined, ...voiceSorts];
  return (
    <>
      <Tabs
        label={t('filter.state')}
        tabs={[undefined, ...states].map((state) => ({
          href: voicesPath(path, { ...filter, state, page: 1 }),
          label: t(`filter.state.${state ?? 'all'}`),
          current: filter.state === state,
        }))}
      />
      <Tabs
        label={t('filter.sort')}
        tabs={sorts.map((sort) => ({
          href: voicesPath(path, { ...filter, sort, page: 1 }),
          label: t(`filter.sort.${sort ?? 'all'}`),
          current: filter.sort === sort,
        }))}
      />
    </>
  );
}
