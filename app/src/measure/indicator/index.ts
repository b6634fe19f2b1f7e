export {
  type Indicator,
  type IndicatorInput,
  type IndicatorValue,
  indicatorFields,
  longestNote,
  mayEnterValues,
  meetsTarget,
} from './indicator.ts';
export { indicatorWords } from './indicator.words.ts';
export { type IndicatorStanding, standingOf } from './indicator-chart.ts';
export { IndicatorChart } from './indicator-chart.view.tsx';
export { IndicatorFacts } from './indicator-facts.view.tsx';
export { IndicatorFields } from './indicator-fields.view.tsx';
export { sayChart, sayStanding, sayValue } from './indicator-sentence.ts';
export { ValueForms } from './value-forms.view.tsx';
export { ValueLinesResult } from './value-lines-result.view.tsx';
