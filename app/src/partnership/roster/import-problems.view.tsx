import { LinkButton, Section, Table } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import type { ImportPlan } from './import-plan.ts';
import { rosterWords } from './roster.words.ts';

const mostShown = 100;

/** Every line that was left out or needs a look: file, line, column, reason. */
export function ImportProblems({ path, plan: { problems } }: { path: string; plan: ImportPlan }) {
  const t = useWords(rosterWords);
  if (problems.length === 0) return null;
  const title = t('lines', { n: problems.length });
  return (
    <Section title={title}>
      <p>{t('lines.hint')}</p>
      <Table
        caption={title}
        captionHidden
        columns={[
          { label: t('lines.file') },
          { label: t('lines.reason') },
          { label: t('lines.what') },
        ]}
        rows={problems.slice(0, mostShown).map(({ file, line, column, code, leftOut }) => [
          <>
            {`${file}:${line}`}
            {column && (
              <>
                <br />
                {column}
              </>
            )}
          </>,
          t(`problem.${code}`),
          t(leftOut ? 'lines.left-out' : 'lines.used'),
        ])}
      />
      {problems.length > mostShown && <p>{t('more', { n: problems.length - mostShown })}</p>}
      <p class="button-row">
        <LinkButton kind="quiet" href={`${path}/lines.csv`} download>
          {t('lines.all')}
        </LinkButton>
      </p>
    </Section>
  );
}
