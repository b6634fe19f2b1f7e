import { Notice, useWords } from '../../ui/index.ts';
import { indicatorWords } from './indicator.words.ts';
import type { ValueLines } from './read-value-lines.ts';

/** What became of a list of values: how many were kept, which lines were not and why. */
export function ValueLinesResult({ read }: { read: ValueLines }) {
  const t = useWords(indicatorWords);
  const clean = read.wrong.length === 0 && read.cutAfter === null;
  return (
    <Notice kind={clean ? 'success' : 'warning'}>
      <p>{t('import.kept', { count: read.values.length })}</p>
      {read.wrong.length > 0 && (
        <>
          <p>{t('import.wrong', { count: read.wrong.length })}</p>
          <ul>
            {read.wrong.map(({ line, problem, text }) => (
              <li key={line}>
                {t('import.line', { line })} {t(`import.problem.${problem}`)} <code>{text}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {read.cutAfter !== null && <p>{t('import.cut', { count: read.cutAfter })}</p>}
    </Notice>
  );
}
