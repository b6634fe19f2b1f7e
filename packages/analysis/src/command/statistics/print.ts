import type { Insufficient } from '../../statistics/insufficient.ts';
import type { Coefficient } from '../../statistics/regression/coefficient.ts';

/** Results as JSON: typed arrays as lists, numbers that are not finite as null. */
export function printJson(value: unknown): string {
  const replace = (_: string, each: unknown) => {
    if (each instanceof Float64Array) return Array.from(each);
    return each;
  };
  return `${JSON.stringify(value, replace, 2)}\n`;
}

/** A number for people: six digits that count. */
export function short(value: number | null): string {
  if (value === null) return '-';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '-' : String(value);
  const text = value.toPrecision(6);
  if (text.includes('e')) return text;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export function shortP(p: number): string {
  if (Number.isNaN(p)) return '-';
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4);
}

/** Rows in columns: the first to the left, the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, j) => Math.max(...rows.map((row) => row[j]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, j) => (j === 0 ? cell.padEnd(widths[j]!) : cell.padStart(widths[j]!)))
      .join('  ');
  return `${rows.map((row) => line(row).trimEnd()).join('\n')}\n`;
}

export function printCoefficients(coefficients: readonly Coefficient[]): string {
  const [first] = coefficients;
  const level = `${short(100 * (first?.interval.level ?? 0.95))} %`;
  const normal = first?.degreesOfFreedom === Number.POSITIVE_INFINITY;
  const head = [
    '',
    'estimate',
    'std. error',
    normal ? 'z' : 't',
    'df',
    'p',
    `${level} low`,
    'high',
  ];
  const rows = coefficients.map((each) => [
    each.name,
    short(each.estimate),
    short(each.standardError),
    short(each.statistic),
    normal ? '-' : short(each.degreesOfFreedom),
    shortP(each.p),
    short(each.interval.low),
    short(each.interval.high),
  ]);
  return printTable([head, ...rows]);
}

export function printInsufficient({ insufficient }: Insufficient): string {
  const what = insufficient.what.replaceAll('-', ' ');
  return `Too little data: ${insufficient.have} ${what}, ${insufficient.need} needed.\n`;
}

export function printWarnings(warnings: readonly string[]): string {
  if (warnings.length === 0) return '';
  return `Note: ${warnings.map((warning) => warning.replaceAll('-', ' ')).join('; ')}.\n`;
}
