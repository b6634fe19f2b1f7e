import { InputFileError } from '../input-file-error.ts';

/** An element with its attributes, children and the text directly inside it. */
export interface XmlElement {
  /** Without a namespace prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly fail: (message: string) => never;
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const skipped = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
] as const;

const namePattern = /[A-Za-z_][\w.:-]*/y;
const attributePattern = /\s+([A-Za-z_][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')/y;

/**
 * Reads an XML document without a document type of its own: elements, attributes, text, CDATA, the
 * five named entities and numbered characters.
 * @throws {InputFileError} with line and column where the document is not well formed.
 */
export function readXml(text: string, file: string): XmlElement {
  return new XmlScanner(text, file).document();
}

class XmlScanner {
  private offset = 0;
  private readonly text: string;
  private readonly file: string;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  document(): XmlElement {
    const open: XmlElement[] = [];
    let root: XmlElement | undefined;
    while (this.offset < this.text.length) {
      const inside = open.at(-1);
      if (this.skipAside(inside)) continue;
      if (this.text.startsWith('</', this.offset)) {
        if (!inside) this.fail(this.offset, 'a closing tag without its opening one');
        this.closeTag(inside.name);
        open.pop();
      } else if (this.text[this.offset] === '<') {
        if (root && !inside) this.fail(this.offset, 'a second element beside the outermost one');
        const { element, empty } = this.openTag();
        if (inside) inside.children.push(element);
        root ??= element;
        if (!empty) open.push(element);
      } else {
        this.readText(inside);
      }
    }
    const unclosed = open.at(-1);
    if (unclosed) unclosed.fail(`the element "${unclosed.name}" is never closed`);
    return root ?? this.fail(0, 'there is no element in this file');
  }

  private skipAside(inside: XmlElement | undefined): boolean {
    if (this.text.startsWith('<![CDATA[', this.offset)) {
      const end = this.indexOf(']]>');
      if (inside) inside.text += this.text.slice(this.offset + 9, end);
      this.offset = end + 3;
      return true;
    }
    const aside = skipped.find(([start]) => this.text.startsWith(start, this.offset));
    if (!aside) return false;
    this.offset = this.indexOf(aside[1]) + aside[1].length;
    return true;
  }

  private openTag(): { element: XmlElement; empty: boolean } {
    const start = this.offset;
    this.offset += 1;
    const name = this.match(namePattern)?.[0];
    if (name === undefined) this.fail(start, 'a "<" that begins no element');
    const attributes = new Map<string, string>();
    for (let found = this.match(attributePattern); found; found = this.match(attributePattern)) {
      attributes.set(found[1]!, this.decode(found[2]!.slice(1, -1), start));
    }
    const close = this.match(/\s*(\/?)>/y);
    if (!close) this.fail(this.offset, `an attribute of "${name}" cannot be read`);
    const fail = (message: string) => this.fail(start, message);
    const element = { name: localName(name), attributes, children: [], text: '', fail };
    return { element, empty: close[1] === '/' };
  }

  private closeTag(expected: string): void {
    const start = this.offset;
    this.offset += 2;
    const name = localName(this.match(namePattern)?.[0] ?? '');
    if (name !== expected) this.fail(start, `"${expected}" is open, and "${name}" is closed`);
    if (!this.match(/\s*>/y)) this.fail(this.offset, 'a ">" is missing');
  }

  private readText(inside: XmlElement | undefined): void {
    const start = this.offset;
    const end = this.text.indexOf('<', start);
    this.offset = end < 0 ? this.text.length : end;
    const text = this.text.slice(start, this.offset);
    if (inside) inside.text += this.decode(text, start);
    else if (text.replace('\uFEFF', '').trim() !== '')
      this.fail(start, 'text outside of any element');
  }

  private decode(text: string, offset: number): string {
    return text.replaceAll(/&([^;\s]*);?/g, (whole, name: string) => {
      const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name) ?? [];
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      if (hex || decimal) return String.fromCodePoint(code);
      return entities[name] ?? this.fail(offset, `"${whole}" is no known entity`);
    });
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text);
    if (found) this.offset = pattern.lastIndex;
    return found;
  }

  private indexOf(end: string): number {
    const found = this.text.indexOf(end, this.offset);
    return found < 0 ? this.fail(this.offset, `"${end}" is missing`) : found;
  }

  private fail(offset: number, message: string): never {
    const before = this.text.slice(0, offset).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    const column = before.length - before.lastIndexOf('\n');
    throw new InputFileError(this.file, before.split('\n').length, column, message);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
