import { formatRational, type Rational, toNumber } from '../../ranking/rational.ts';

/**
 * Results as JSON. Exact numbers become the nearest double, or with `exact` a text such as "19/6"
 * where they are not whole.
 */
export function rankJson(value: unknown, exact: boolean): string {
  const replace = (_: string, part: unknown) => {
    if (!isRational(part)) return part;
    return exact && part.denominator !== 1n ? formatRational(part) : toNumber(part);
  };
  return `${JSON.stringify(value, replace, 2)}\n`;
}

function isRational(value: unknown): value is Rational {
  return (
    typeof value === 'object' &&
    value !== null &&
    'numerator' in value &&
    'denominator' in value &&
    typeof value.numerator === 'bigint'
  );
}
