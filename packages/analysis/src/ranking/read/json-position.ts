/** A path into a JSON value: keys and indices. */
export type JsonPath = readonly (string | number)[];

/**
 * The offset at which the value at `path` begins in a JSON text that is known to be valid; of the
 * deepest value on the way when the path ends in nothing.
 */
export function jsonOffset(text: string, path: JsonPath): number {
  let offset = skipSpace(text, 0);
  for (const step of path) {
    const child = childOffset(text, offset, step);
    if (child === undefined) return offset;
    offset = child;
  }
  return offset;
}

/** Line and column, from 1, of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}

function childOffset(text: string, offset: number, step: string | number): number | undefined {
  const isObject = text[offset] === '{';
  if (!isObject && text[offset] !== '[') return undefined;
  let at = skipSpace(text, offset + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index++) {
    let key: string | number = index;
    if (isObject) {
      const end = skipValue(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    if (key === step) return at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** The offset behind the value that begins at `offset`. */
function skipValue(text: string, offset: number): number {
  if (text[offset] === '"') return skipString(text, offset);
  if (text[offset] !== '{' && text[offset] !== '[') {
    const end = /[\s,\]}]/g;
    end.lastIndex = offset;
    return end.exec(text)?.index ?? text.length;
  }
  let depth = 0;
  for (let at = offset; at < text.length; at++) {
    if (text[at] === '"') at = skipString(text, at) - 1;
    else if (text[at] === '{' || text[at] === '[') depth += 1;
    else if (text[at] === '}' || text[at] === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function skipString(text: string, offset: number): number {
  let at = offset + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
