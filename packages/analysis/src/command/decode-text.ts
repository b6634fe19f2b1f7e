import { InputFileError } from './input-file-error.ts';

/**
 * The text of a file: UTF-8, or UTF-16 where its first bytes say so.
 * @throws {InputFileError} at the first byte that is no text. A letter that was guessed wrong could
 *   make one person out of two.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const before = textBefore(bytes);
    const lines = before.split(/\r\n|\r|\n/);
    const message = 'a letter is not in UTF-8; please save the file as text or CSV in UTF-8';
    throw new InputFileError(file, lines.length, lines.at(-1)!.length + 1, message);
  }
}

/** What could be read before the first byte that could not. */
function textBefore(bytes: Uint8Array): string {
  let [low, high] = [0, bytes.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (reads(bytes.subarray(0, middle))) low = middle;
    else high = middle;
  }
  return new TextDecoder('utf-8').decode(bytes.subarray(0, low), { stream: true });
}

/** Whether bytes are UTF-8 up to a letter that is cut off at the end. */
function reads(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
