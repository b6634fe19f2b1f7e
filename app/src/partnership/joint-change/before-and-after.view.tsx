import { Columns } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { ChangeInWords } from './joint-change.ts';
import { jointChangeWords } from './joint-change.words.ts';

/** How it is and how it would be, side by side. */
export function BeforeAndAfter({ change, done }: { change: ChangeInWords; done: boolean }) {
  const t = useWords(jointChangeWords);
  return (
    <Columns
      items={[
        { title: t(done ? 'before.was' : 'before'), text: <Lines lines={change.before} /> },
        { title: t('after'), text: <Lines lines={change.after} /> },
      ]}
    />
  );
}

/** A sentence, and what it means line by line. */
export function Lines({ lines: [first, ...more] }: { lines: readonly string[] }) {
  return (
    <>
      <p>{first}</p>
      {more.length > 0 && (
        <ul>
          {more.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}
