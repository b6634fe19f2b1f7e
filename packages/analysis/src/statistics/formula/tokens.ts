import { AnalysisInputError } from '../../errors.ts';

export type Token = {
  readonly kind: 'name' | 'number' | 'sign';
  readonly text: string;
  /** Where it begins in the formula, from 1. */
  readonly at: number;
};

const PATTERN = /\s*(?:([A-Za-z_.][\w.]*)|`([^`]+)`|(\d+\.?\d*(?:[eE][+-]?\d+)?)|([~+\-*/^():|]))/y;

/** Cuts a formula into names (bare or in backticks), numbers and signs. */
export function readTokens(formula: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (formula.slice(PATTERN.lastIndex).trim() !== '') {
    const from = PATTERN.lastIndex;
    const match = PATTERN.exec(formula);
    if (!match) {
      const at = from + formula.slice(from).search(/\S/);
      throw formulaError(`"${formula[at]}" has no meaning there`, at + 1);
    }
    const [whole, bare, quoted, number, sign] = match;
    const at = PATTERN.lastIndex - whole.trimStart().length + 1;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, at });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, at });
    else tokens.push({ kind: 'name', text: (bare ?? quoted)!, at });
  }
  return tokens;
}

export function formulaError(problem: string, at: number): AnalysisInputError {
  return new AnalysisInputError('formula', `character ${at}: ${problem}`);
}
