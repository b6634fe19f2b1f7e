import { type DateWords, type Locale, translate } from '../../ui/index.ts';
import type { Indicator } from './indicator.ts';
import { indicatorWords } from './indicator.words.ts';
import { standingOf } from './indicator-chart.ts';

const percentSigns = new Set(['%', 'percent', 'por ciento', 'porcentaje']);

export function isPercent(unit: string): boolean {
  return percentSigns.has(unit.trim().toLowerCase());
}

/** A value with its unit: "78%", "4.5 days". */
export function sayValue(locale: Locale, indicator: Pick<Indicator, 'unit'>, value: number) {
  const language = locale === 'es' ? 'es-US' : 'en-US';
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options);
  if (isPercent(indicator.unit)) {
    return number({ style: 'percent', maximumFractionDigits: 1 }).format(value / 100);
  }
  return `${number({ maximumFractionDigits: 2 }).format(value)} ${indicator.unit}`.trim();
}

/** Last value against target, in one sentence: for cards and lists. */
export function sayStanding(locale: Locale, dates: DateWords, indicator: Indicator): string {
  const { latest, targetMet } = standingOf(indicator);
  const say = (value: number | null) => (value === null ? '–' : sayValue(locale, indicator, value));
  const known = { baseline: say(indicator.baseline), target: say(indicator.target) };
  if (!latest) return translate(indicatorWords, locale, 'standing.none', known);
  return translate(indicatorWords, locale, targetMet ? 'standing.met' : 'standing.value', {
    ...known,
    value: say(latest.value),
    day: dates.day(latest.measuredOn),
  });
}

/** What the chart says, with whether the change is more than chance. */
export function sayChart(locale: Locale, dates: DateWords, indicator: Indicator): string {
  const standing = sayStanding(locale, dates, indicator);
  if (indicator.values.length === 0) return standing;
  return `${standing} ${sayVerdict(locale, indicator)}`;
}

function sayVerdict(locale: Locale, indicator: Indicator): string {
  const { verdict } = standingOf(indicator);
  if (verdict.kind === 'shift') {
    return translate(
      indicatorWords,
      locale,
      verdict.wanted ? 'verdict.shift.wanted' : 'verdict.shift.unwanted',
      { length: verdict.length },
    );
  }
  if (verdict.kind === 'insufficient') {
    return translate(indicatorWords, locale, 'verdict.insufficient', {
      need: verdict.need,
      have: verdict.have,
    });
  }
  return translate(indicatorWords, locale, `verdict.${verdict.kind}`);
}
