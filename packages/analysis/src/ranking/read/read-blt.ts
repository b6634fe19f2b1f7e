import { InputFileError } from '../../command/input-file-error.ts';
import type { RankedBallot } from '../ranked-profile.ts';
import { parseRational } from '../rational.ts';
import type { ElectionFile } from './election-file.ts';

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the .blt ballot format: `options seats`, withdrawn options as `-3`, ballots `weight 4 1=2 0`
 * (equal ranks with `=`, skipped ranks as `-`, an id in parentheses allowed), a line `0`, then names
 * and a title, quoted or one a line. `#` starts a comment before the names.
 * @throws {InputFileError} with line and column.
 */
export function readBlt(text: string, file: string): ElectionFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const rows = lines.map((line, index) => tokensOf(line, index + 1));
  const head = rows.findIndex((row) => row.length > 0);
  const [size, seats] = readHead(rows[head], file);
  const withdrawn = new Set<number>();
  const list: RankedBallot[] = [];
  for (let row = head + 1; row < rows.length; row++) {
    const tokens = rows[row]!;
    if (tokens.length === 0) continue;
    if (tokens.length === 1 && tokens[0]!.text === '0') {
      return finish(readNames(lines, row + 1, size, file), { size, seats, withdrawn, list });
    }
    if (list.length === 0 && tokens.every(({ text }) => /^-\d+$/.test(text))) {
      for (const token of tokens)
        withdrawn.add(optionNumber(token, token.text.slice(1), size, file));
    } else {
      list.push(readBallot(tokens, size, file));
    }
  }
  throw new InputFileError(file, lines.length, 1, 'the line "0" behind the last ballot is missing');
}

function finish(
  { names, title }: { names: readonly string[]; title: string },
  count: { size: number; seats: number; withdrawn: ReadonlySet<number>; list: RankedBallot[] },
): ElectionFile {
  const present = names
    .map((name, index) => ({ id: String(index + 1), name }))
    .filter(({ id }) => !count.withdrawn.has(Number(id)));
  const standing = (id: string) => !count.withdrawn.has(Number(id));
  const list = count.list.map((ballot) => ({
    ...ballot,
    tiers: ballot.tiers.map((tier) => tier.filter(standing)).filter((tier) => tier.length > 0),
  }));
  return {
    title,
    options: present,
    ballots: { kind: 'ranked', list },
    seats: count.seats,
    budget: undefined,
    costs: undefined,
  };
}

function tokensOf(line: string, number: number): Token[] {
  const content = line.replace(/#.*$/, '');
  return [...content.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    line: number,
    column: match.index + 1,
  }));
}

function readHead(tokens: readonly Token[] | undefined, file: string): [number, number] {
  if (!tokens) throw new InputFileError(file, 1, 1, 'the file is empty');
  const numbers = tokens.slice(0, 2).map((token) => {
    if (/^[1-9]\d{0,5}$/.test(token.text)) return Number(token.text);
    return fail(file, token, `"${token.text}" is no count; the first line holds options and seats`);
  });
  const [size, seats] = numbers;
  if (size === undefined || seats === undefined || tokens.length > 2) {
    return fail(
      file,
      tokens[2] ?? tokens[0]!,
      'the first line holds two numbers: options and seats',
    );
  }
  return [size, seats];
}

function readBallot(tokens: readonly Token[], size: number, file: string): RankedBallot {
  const marks = tokens[0]!.text.startsWith('(') ? tokens.slice(1) : tokens;
  const [first, ...places] = marks;
  const weight = first && /^\d/.test(first.text) ? parseRational(first.text) : undefined;
  if (!weight) return fail(file, first ?? tokens[0]!, 'a ballot begins with its number of papers');
  const end = places.at(-1) ?? first!;
  if (places.length === 0 || end.text !== '0') fail(file, end, 'a ballot ends with 0');
  const seen = new Set<string>();
  const tiers = places.slice(0, -1).flatMap((token) => {
    if (token.text === '-') return [];
    return [token.text.split('=').map((part) => readOption(token, part, size, seen, file))];
  });
  return { weight, tiers };
}

function readOption(token: Token, part: string, size: number, seen: Set<string>, file: string) {
  const id = String(optionNumber(token, part, size, file));
  if (seen.has(id)) fail(file, token, `option ${id} is ranked twice`);
  seen.add(id);
  return id;
}

function optionNumber(token: Token, text: string, size: number, file: string): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= size) return number;
  return fail(file, token, `"${token.text}" is no option from 1 to ${size}`);
}

function readNames(lines: readonly string[], from: number, size: number, file: string) {
  const found = lines.slice(from).flatMap(namesIn);
  if (found.length > 0 && found.length < size) {
    const message = `${found.length} names for ${size} options`;
    throw new InputFileError(file, lines.length, 1, message);
  }
  const names = Array.from({ length: size }, (_, index) => found[index] ?? String(index + 1));
  return { names, title: found[size] ?? '' };
}

/** Names in quotes, several on a line; or one name that is the line, which may hold quotes of its own. */
function namesIn(line: string): string[] {
  const content = line.trim();
  if (/^("[^"]*"\s*)+$/.test(content)) {
    return [...content.matchAll(/"([^"]*)"/g)].map((match) => match[1]!);
  }
  return content === '' ? [] : [content.replace(/^"(.*)"$/, '$1')];
}

function fail(file: string, token: Token, message: string): never {
  throw new InputFileError(file, token.line, token.column, message);
}
