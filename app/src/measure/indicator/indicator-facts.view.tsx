import { DateText, DefinitionList, useLocale, useWords } from '../../ui/index.ts';
import type { Indicator } from './indicator.ts';
import { indicatorWords } from './indicator.words.ts';
import { sayValue } from './indicator-sentence.ts';

/** From where to where, by when, and who keeps the number. */
export function IndicatorFacts({
  indicator,
  keeper,
}: {
  indicator: Indicator;
  /** Null for visitors, who read no names. */
  keeper: string | null;
}) {
  const t = useWords(indicatorWords);
  const { locale } = useLocale();
  const dated = (value: number, on: string | null) => (
    <>
      {sayValue(locale, indicator, value)}
      {on && (
        <>
          {' '}
          (<DateText date={on} />)
        </>
      )}
    </>
  );
  const { baseline, baselineOn, target, targetOn, source } = indicator;
  return (
    <DefinitionList
      items={[
        { term: t('facts.wanted'), value: t(`wanted.${indicator.wanted}`) },
        ...(baseline === null
          ? []
          : [{ term: t('facts.baseline'), value: dated(baseline, baselineOn) }]),
        ...(target === null ? [] : [{ term: t('facts.target'), value: dated(target, targetOn) }]),
        ...(source ? [{ term: t('facts.source'), value: source }] : []),
        ...(keeper ? [{ term: t('facts.keeper'), value: keeper }] : []),
      ]}
    />
  );
}
