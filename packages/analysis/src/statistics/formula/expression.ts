import type { Token } from './tokens.ts';
import { formulaError } from './tokens.ts';

/** Arithmetic on columns. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'column'; readonly name: string }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly sign: string;
      readonly left: Expression;
      readonly right: Expression;
    };

const FUNCTIONS = {
  log: Math.log,
  sqrt: Math.sqrt,
  exp: Math.exp,
  abs: Math.abs,
} as const;

type FunctionName = keyof typeof FUNCTIONS;

/** Reads tokens one after another. */
export class TokenReader {
  private next = 0;
  private readonly tokens: readonly Token[];
  private readonly end: number;

  constructor(tokens: readonly Token[], end: number) {
    this.tokens = tokens;
    this.end = end;
  }

  get position(): number {
    return this.tokens[this.next]?.at ?? this.end;
  }

  get done(): boolean {
    return this.next >= this.tokens.length;
  }

  peek(ahead = 0): Token | undefined {
    return this.tokens[this.next + ahead];
  }

  take(sign?: string): Token {
    const token = this.tokens[this.next];
    if (!token || (sign !== undefined && token.text !== sign)) {
      const found = token ? `"${token.text}"` : 'the end';
      throw formulaError(
        `${sign ? `"${sign}"` : 'a name'} was expected, not ${found}`,
        this.position,
      );
    }
    this.next += 1;
    return token;
  }

  takes(...signs: string[]): Token | undefined {
    const token = this.peek();
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return undefined;
    return this.take();
  }
}

/** Sums of products of powers, with the usual precedence. */
export function readExpression(reader: TokenReader): Expression {
  let left = readProduct(reader);
  for (let sign = reader.takes('+', '-'); sign; sign = reader.takes('+', '-')) {
    left = { kind: 'operation', sign: sign.text, left, right: readProduct(reader) };
  }
  return left;
}

function readProduct(reader: TokenReader): Expression {
  let left = readPower(reader);
  for (let sign = reader.takes('*', '/'); sign; sign = reader.takes('*', '/')) {
    left = { kind: 'operation', sign: sign.text, left, right: readPower(reader) };
  }
  return left;
}

function readPower(reader: TokenReader): Expression {
  if (reader.takes('-')) {
    const right = readPower(reader);
    return { kind: 'operation', sign: '-', left: { kind: 'number', value: 0 }, right };
  }
  const left = readAtom(reader);
  if (!reader.takes('^')) return left;
  return { kind: 'operation', sign: '^', left, right: readPower(reader) };
}

function readAtom(reader: TokenReader): Expression {
  if (reader.takes('(')) {
    const inner = readExpression(reader);
    reader.take(')');
    return inner;
  }
  const token = reader.take();
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) };
  if (token.kind === 'sign') throw formulaError(`"${token.text}" has no meaning there`, token.at);
  if (!reader.takes('(')) return { kind: 'column', name: token.text };
  if (!Object.hasOwn(FUNCTIONS, token.text)) {
    const known = Object.keys(FUNCTIONS).join(', ');
    throw formulaError(`"${token.text}" is no function; there are ${known}`, token.at);
  }
  const of = readExpression(reader);
  reader.take(')');
  return { kind: 'call', name: token.text as FunctionName, of };
}

/** The columns that an expression reads. */
export function columnsOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'column':
      return [expression.name];
    case 'call':
      return columnsOf(expression.of);
    case 'operation':
      return [...columnsOf(expression.left), ...columnsOf(expression.right)];
  }
}

/** The value of an expression for one row. */
export function evaluate(expression: Expression, value: (column: string) => number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'column':
      return value(expression.name);
    case 'call':
      return FUNCTIONS[expression.name](evaluate(expression.of, value));
    case 'operation':
      return operate(
        expression.sign,
        evaluate(expression.left, value),
        evaluate(expression.right, value),
      );
  }
}

function operate(sign: string, a: number, b: number): number {
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  if (sign === '*') return a * b;
  return sign === '/' ? a / b : a ** b;
}

/** An expression as text, for the names of coefficients. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'column':
      return expression.name;
    case 'call':
      return `${expression.name}(${printExpression(expression.of)})`;
    case 'operation': {
      const part = (side: Expression) =>
        side.kind === 'operation' ? `(${printExpression(side)})` : printExpression(side);
      return `${part(expression.left)} ${expression.sign} ${part(expression.right)}`;
    }
  }
}
