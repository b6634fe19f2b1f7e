const space = /[ \t\n\r]*/y;
// Control characters may not stand in a JSON text unescaped.
const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

/**
 * The offset of the first character at which a text stops being JSON; its length when more is
 * missing. For texts that `JSON.parse` refuses: its message does not always say where.
 */
export function jsonFaultOffset(text: string): number {
  const scan = new JsonScan(text);
  if (scan.value()) scan.skipSpace();
  return scan.offset;
}

/** Walks over JSON; each step says whether it went well, `offset` where it stopped. */
class JsonScan {
  offset = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  skipSpace(): void {
    this.match(space);
  }

  value(): boolean {
    this.skipSpace();
    const first = this.text[this.offset];
    if (first === '{') return this.list('}', () => this.member());
    if (first === '[') return this.list(']', () => this.value());
    return this.match(first === '"' ? string : word) || this.match(number);
  }

  private member(): boolean {
    this.skipSpace();
    return this.match(string) && this.take(':') && this.value();
  }

  private list(end: string, item: () => boolean): boolean {
    this.offset += 1;
    if (this.take(end)) return true;
    do {
      if (!item()) return false;
    } while (this.take(','));
    return this.take(end);
  }

  private take(mark: string): boolean {
    this.skipSpace();
    if (this.text[this.offset] !== mark) return false;
    this.offset += 1;
    return true;
  }

  private match(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text);
    if (found) this.offset += found[0].length;
    return found !== null;
  }
}
