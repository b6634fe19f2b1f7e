export { createIndicator } from './create-indicator.ts';
export { enterValues, type ValueEntered } from './enter-values.ts';
export { readIndicator, readIndicators } from './indicator.store.ts';
export { readValueLines, type ValueLines } from './read-value-lines.ts';
export { valuesAsCsv } from './values-as-csv.ts';
