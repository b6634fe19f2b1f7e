/** Text of a file, whatever program saved it. `guessed` when it was not the UTF-8 that it should be. */
export function readText(bytes: Uint8Array): { text: string; guessed: boolean } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), guessed: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), guessed: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    // What older programs on Windows write; every byte of it means something.
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}
