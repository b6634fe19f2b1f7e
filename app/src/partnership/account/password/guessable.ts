import { commonWords, paths } from './common-words.ts';

/**
 * How many bits of guessing each kind of piece is worth to somebody who knows how people choose:
 * rough on purpose, since it only has to tell the first millions of guesses from the rest.
 */
const worth = { word: 10, own: 4, path: 5, repeat: 4, year: 6, digit: 3, letter: 4, mark: 4 };
const enough = 30;

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

const bothWays = paths.flatMap((path) => [path, [...path].reverse().join('')]);

/**
 * Whether a password is among the first that somebody would try: made of common words, keyboard
 * paths, repeats, years, or parts of what is known about the person and their partnership.
 * @param known  Names and addresses that others know: "Ana Díaz", "ana@lakeview.example".
 */
export function isGuessable(password: string, known: readonly string[] = []): boolean {
  const text = plain(password);
  const own = new Set(
    known.flatMap((each) => plain(each).split(/[^\p{L}\p{N}]+/u)).filter(telling),
  );
  return leastWorth(text, own) < enough;
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const telling = (part: string) => part.length >= 3;

/** The cheapest way to put the text together from pieces. */
function leastWorth(text: string, own: ReadonlySet<string>): number {
  const chars = [...text];
  const undisguised = chars.map((char) => disguises[char] ?? char);
  const least = [0];
  for (let end = 1; end <= chars.length; end += 1) {
    let best = (least[end - 1] ?? 0) + worthOf(chars[end - 1] ?? '');
    for (let start = end - 2; start >= 0; start -= 1) {
      const piece = pieceWorth(chars, undisguised, start, end, own);
      if (piece !== null) best = Math.min(best, (least[start] ?? 0) + piece);
    }
    least.push(best);
  }
  return least.at(-1) ?? 0;
}

function worthOf(char: string): number {
  if (/\p{N}/u.test(char)) return worth.digit;
  return /\p{L}/u.test(char) ? worth.letter : worth.mark;
}

/** The cheapest name for a stretch of characters; null when it has none. */
function pieceWorth(
  chars: readonly string[],
  undisguised: readonly string[],
  start: number,
  end: number,
  own: ReadonlySet<string>,
): number | null {
  const piece = chars.slice(start, end).join('');
  const length = end - start;
  if (length >= 3 && bothWays.some((path) => path.includes(piece))) return worth.path;
  if (length === 4 && /^(19|20)\d\d$/.test(piece)) return worth.year;
  if (length < 3) return null;
  const word = undisguised.slice(start, end).join('');
  const names = [
    own.has(word) || own.has(piece) ? worth.own : null,
    commonWords.has(word) || commonWords.has(piece) ? worth.word : null,
    isRepeat(chars.slice(start, end)) ? repeatWorth(chars, start, end) : null,
  ].filter((name) => name !== null);
  return names.length > 0 ? Math.min(...names) : null;
}

function period(chars: readonly string[]): number {
  for (let size = 1; size <= chars.length / 2; size += 1) {
    if (chars.length % size === 0 && chars.every((char, at) => char === chars[at % size]))
      return size;
  }
  return 0;
}

const isRepeat = (chars: readonly string[]) => period(chars) > 0;

/** Once what is repeated, and little for the repeating. */
function repeatWorth(chars: readonly string[], start: number, end: number): number {
  const unit = chars.slice(start, start + period(chars.slice(start, end)));
  return worth.repeat + unit.reduce((sum, char) => sum + worthOf(char), 0);
}
