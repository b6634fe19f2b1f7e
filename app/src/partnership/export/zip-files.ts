import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, Zip, ZipPassThrough } from 'fflate';

export interface FileWritten {
  name: string;
  bytes: number;
  sha256: string;
}

const chunkCharacters = 256 * 1024;
/** Beyond this a copy is too large to be made in one go. */
export const mostPackedBytes = 400 * 1024 * 1024;
// Read by its local parts, so that the same copy has the same bytes in every time zone.
const noMoment = new Date(1980, 0, 1);

export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Several texts written in turns into one ZIP: only what is packed already is kept in memory. */
export class ZipFiles {
  readonly #parts: Uint8Array[] = [];
  readonly #zip: Zip;
  readonly #files = new Map<string, TextInZip>();
  #packed = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#packed += chunk.length;
      if (this.#packed > mostPackedBytes) throw new TooLarge();
      this.#parts.push(chunk);
    });
  }

  write(name: string, text: string): void {
    let file = this.#files.get(name);
    if (!file) {
      const entry = new PackedFile(name);
      entry.mtime = noMoment;
      this.#zip.add(entry);
      file = new TextInZip(entry);
      this.#files.set(name, file);
    }
    file.write(text);
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  /** Closes what was written so far and says what it is, in the order of the names. */
  close(): FileWritten[] {
    return [...this.#files]
      .map(([name, file]) => ({ name, ...file.close() }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** The whole ZIP. */
  end(): Uint8Array<ArrayBuffer> {
    this.close();
    this.#zip.end();
    return Buffer.concat(this.#parts);
  }
}

/** Packs with the zlib of Node: several times as fast as packing in JavaScript. */
class PackedFile extends ZipPassThrough {
  constructor(name: string) {
    super(name);
    this.compression = 8;
  }

  // Each piece ends on a whole byte, so that the pieces stand one after the other.
  protected override process(chunk: Uint8Array, final: boolean): void {
    const options = final ? {} : { finishFlush: constants.Z_SYNC_FLUSH };
    this.ondata(null, deflateRawSync(chunk, options), final);
  }
}

class TextInZip {
  readonly #entry: PackedFile;
  readonly #hash = createHash('sha256');
  #waiting = '';
  #bytes = 0;
  #written: Omit<FileWritten, 'name'> | null = null;

  constructor(entry: PackedFile) {
    this.#entry = entry;
  }

  write(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length > chunkCharacters) this.#push(false);
  }

  close(): Omit<FileWritten, 'name'> {
    if (!this.#written) {
      this.#push(true);
      this.#written = { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
    }
    return this.#written;
  }

  #push(final: boolean): void {
    const bytes = strToU8(this.#waiting);
    this.#waiting = '';
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
    this.#entry.push(bytes, final);
  }
}
