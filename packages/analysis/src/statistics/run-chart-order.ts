import { AnalysisInputError } from '../errors.ts';

/** One measurement; `value` is null when that date has none, `date` when only the order is known. */
export type DatedValue = { readonly date: string | null; readonly value: number | null };

/** What was done to the values before they were charted. */
export type OrderWarning = 'missing-values-left-out' | 'sorted-by-date';

export type Measured = { date: string | null; value: number };

/** Leaves missing values out, puts the others in date order, and says what it did. */
export function inTimeOrder(
  values: readonly DatedValue[] | readonly number[],
  warnings: OrderWarning[],
): Measured[] {
  const measured: Measured[] = [];
  for (const [index, each] of values.entries()) {
    const dated = typeof each === 'number' ? { date: null, value: each } : each;
    if (dated.date !== null && Number.isNaN(Date.parse(dated.date))) {
      throw new AnalysisInputError(`values[${index}].date`, `is no date: ${dated.date}`);
    }
    if (dated.value === null) {
      if (!warnings.includes('missing-values-left-out')) warnings.push('missing-values-left-out');
      continue;
    }
    if (!Number.isFinite(dated.value)) {
      throw new AnalysisInputError(`values[${index}]`, `is not a finite number: ${dated.value}`);
    }
    measured.push({ date: dated.date, value: dated.value });
  }
  return sortByDate(measured, warnings);
}

function sortByDate(measured: Measured[], warnings: OrderWarning[]): Measured[] {
  const time = ({ date }: Measured) => (date === null ? 0 : Date.parse(date));
  const sorted = measured.toSorted((a, b) => time(a) - time(b));
  if (sorted.some((each, index) => each !== measured[index])) warnings.push('sorted-by-date');
  return sorted;
}
