import type { DecisionReason } from '@concord/analysis';
import { type Constituency, seatGroup } from '../../partnership/access/index.ts';
import { Prose, Section } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { DecisionWhole } from './decision.ts';
import { decisionWords } from './decision.words.ts';

/** How it ended, why, and what follows when there was no agreement. */
export function Outcome({ whole: { decision, rules } }: { whole: DecisionWhole }) {
  const t = useWords(decisionWords);
  const { outcome, outcomeReasons, outcomeNote, level, fallback } = decision;
  if (!outcome) return null;
  const advisory =
    level === 'recommend' || level === 'consulted' || level === 'informed' ? level : null;
  const byLine = decision.line !== null && rules.every(({ gate }) => gate === 'consent');
  return (
    <Section title={t('outcome')}>
      <p class="outcome">{t(`outcome.${outcome}`)}</p>
      {advisory && <p>{t(`outcome.${advisory}`)}</p>}
      <Reasons reasons={outcomeReasons ?? []} byLine={byLine} />
      {outcome === 'not-passed' && (
        <>
          <h3>{t('outcome.fallback')}</h3>
          <Prose text={fallback} />
        </>
      )}
      {outcomeNote && (
        <>
          <h3>{t('outcome.note')}</h3>
          <Prose text={outcomeNote} />
        </>
      )}
    </Section>
  );
}

/** The reasons of an outcome as sentences. */
export function Reasons({
  reasons,
  byLine,
}: {
  reasons: readonly DecisionReason[];
  /** Every constituency had to be at or above the line. */
  byLine: boolean;
}) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  return (
    <ul>
      {reasons.map(({ code, values }, at) => {
        const key =
          code === 'all-gates-met' && byLine ? 'reason.all-at-line' : (`reason.${code}` as const);
        const said: Record<string, string | number> = { ...values };
        if ('constituency' in values) {
          said.constituency = seatGroup(locale, values.constituency as Constituency).name;
        }
        return <li key={at}>{t(key, said)}</li>;
      })}
    </ul>
  );
}
