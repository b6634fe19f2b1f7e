import type { Expression } from './expression.ts';
import { printExpression, readExpression, TokenReader } from './expression.ts';
import type { Token } from './tokens.ts';
import { formulaError, readTokens } from './tokens.ts';

/** A column as it is, arithmetic on columns, or a column as categories. */
export type Factor =
  | { readonly kind: 'column'; readonly name: string; readonly label: string }
  | { readonly kind: 'categories'; readonly name: string; readonly label: string }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly label: string };

export type Formula = {
  readonly outcome: Expression;
  readonly intercept: boolean;
  /** Each term is the product of its factors, in the order in which the formula first names them. */
  readonly terms: readonly (readonly Factor[])[];
  /** What follows the bar of `(1 + x | school)`; null without one. */
  readonly random: { readonly slopes: readonly string[]; readonly group: string } | null;
};

/**
 * Reads a regression formula: `score ~ str + english`, `a:b` for a product, `a*b` for both and their
 * product, `0 +` or `- 1` for no intercept, `factor(x)` for a number as categories, `I(a / b)` and
 * `log(x)` for arithmetic, backticks for names with spaces, `(1 + x | school)` for random effects.
 * @throws {AnalysisInputError} naming `formula` and the character where it stops making sense.
 * @source Wilkinson & Rogers 1973, JRSS C 22:392-399.
 */
export function readFormula(text: string): Formula {
  const tokens = readTokens(text);
  const reader = new TokenReader(tokens, text.length + 1);
  const outcome = readExpression(reader);
  reader.take('~');
  const terms = new Map<string, readonly Factor[]>();
  const seen: string[] = [];
  let intercept = true;
  let random: Formula['random'] = null;
  for (let sign = '+'; ; ) {
    const token = reader.peek();
    if (token?.kind === 'number') {
      const value = reader.take().text;
      if (value !== '0' && value !== '1')
        throw formulaError('only 0 and 1 may stand alone', token.at);
      intercept = (value === '1') === (sign === '+');
    } else if (sign === '-') {
      throw formulaError('only 1 can be taken out', reader.position);
    } else if (token?.text === '(') {
      if (random) throw formulaError('there can be one random part only', reader.position);
      random = readRandom(reader);
    } else {
      for (const unordered of readTerm(reader)) {
        for (const { label } of unordered) if (!seen.includes(label)) seen.push(label);
        const factors = unordered.toSorted((a, b) => seen.indexOf(a.label) - seen.indexOf(b.label));
        terms.set(factors.map((factor) => factor.label).join(':'), factors);
      }
    }
    if (reader.done) break;
    sign = (reader.takes('+', '-') ?? reader.take('+')).text;
  }
  const ordered = [...terms.values()].sort((a, b) => a.length - b.length);
  return { outcome, intercept, terms: ordered, random };
}

/** `a:b` is one term, `a*b` three. */
function readTerm(reader: TokenReader): Factor[][] {
  let products: Factor[][] = [[readFactor(reader)]];
  for (let sign = reader.takes(':', '*'); sign; sign = reader.takes(':', '*')) {
    const next = readFactor(reader);
    const joined = products.map((factors) => [...factors, next]);
    products =
      sign.text === ':'
        ? [...products.slice(0, -1), joined.at(-1)!]
        : [...products, [next], ...joined];
  }
  return products;
}

function readFactor(reader: TokenReader): Factor {
  const token = reader.peek();
  if (token?.kind !== 'name') {
    throw formulaError('the name of a column was expected', reader.position);
  }
  const opens = reader.peek(1)?.text === '(';
  if (!opens) return { kind: 'column', name: reader.take().text, label: token.text };
  if (token.text === 'factor') {
    reader.take();
    reader.take('(');
    const name = reader.take().text;
    reader.take(')');
    return { kind: 'categories', name, label: name };
  }
  if (token.text !== 'I') return asFactor(readCall(reader));
  reader.take();
  reader.take('(');
  const expression = readExpression(reader);
  reader.take(')');
  return asFactor(expression);
}

/** One function call, and nothing behind it. */
function readCall(reader: TokenReader): Expression {
  const tokens: Token[] = [];
  let depth = 0;
  do {
    const token = reader.take();
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    tokens.push(token);
  } while (depth > 0 || tokens.length < 2);
  return readExpression(new TokenReader(tokens, reader.position));
}

const asFactor = (expression: Expression): Factor => ({
  kind: 'expression',
  expression,
  label: printExpression(expression),
});

function readRandom(reader: TokenReader): NonNullable<Formula['random']> {
  const start = reader.position;
  reader.take('(');
  const slopes: string[] = [];
  let intercept = true;
  do {
    const token = reader.take();
    if (token.kind === 'number') intercept = token.text === '1';
    else if (token.kind === 'name') slopes.push(token.text);
    else throw formulaError(`"${token.text}" has no meaning there`, token.at);
  } while (reader.takes('+'));
  if (!intercept) throw formulaError('a random part always has an intercept', start);
  reader.take('|');
  const group = reader.take();
  if (group.kind !== 'name') throw formulaError('the name of a column was expected', group.at);
  reader.take(')');
  return { slopes, group: group.text };
}
