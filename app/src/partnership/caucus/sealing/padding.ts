const lengthBytes = 4;
const smallest = 256;
/** Also the largest that the database keeps. */
const largest = 131_072;

/** The text's bytes in one of ten sizes, so that the length of a ciphertext tells little about it. */
export function pad(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(text);
  let size = smallest;
  while (size < bytes.length + lengthBytes) size *= 2;
  if (size > largest) throw new RangeError('The text is too long to be sealed.');
  const padded = new Uint8Array(size);
  new DataView(padded.buffer).setUint32(0, bytes.length);
  padded.set(bytes, lengthBytes);
  return padded;
}

export function unpad(padded: Uint8Array): string {
  const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength);
  const end = lengthBytes + view.getUint32(0);
  if (end > padded.length) throw new RangeError('This padding is none of ours.');
  return new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(lengthBytes, end));
}
