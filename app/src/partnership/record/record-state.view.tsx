import { type StateTone, StateWord } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { RecordHead } from './record.ts';
import { recordWords } from './record.words.ts';

const tones: Readonly<Record<string, StateTone>> = {
  draft: 'draft',
  proposed: 'draft',
  forming: 'draft',
  offered: 'waiting',
  waiting: 'waiting',
  planned: 'waiting',
  'minutes-offered': 'waiting',
  open: 'open',
  revealed: 'open',
  working: 'open',
  adopted: 'open',
  partly: 'open',
  'carried-over': 'open',
  held: 'open',
  answered: 'done',
  'taken-up': 'done',
  'in-force': 'done',
  'minutes-approved': 'done',
  passed: 'done',
  reached: 'done',
  done: 'done',
  written: 'done',
  shared: 'done',
};

/** Where a record stands, in words and with a shape. */
export function RecordState({ head }: { head: Pick<RecordHead, 'kind' | 'state'> }) {
  const t = useWords(recordWords);
  const key = `state.${head.kind}.${head.state}` as Parameters<typeof t>[0];
  return <StateWord tone={tones[head.state] ?? 'stopped'}>{t(key)}</StateWord>;
}
