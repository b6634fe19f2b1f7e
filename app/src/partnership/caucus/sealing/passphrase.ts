export const passphraseLeast = 14;

export type PassphraseGrade = 'too-short' | 'weak' | 'fair' | 'good';

/** A hint, not a measure: length counts, and repeated or few characters count against. */
export function gradePassphrase(passphrase: string): PassphraseGrade {
  const text = passphrase.normalize('NFKC').trim();
  if (text.length < passphraseLeast) return 'too-short';
  const varied = new Set(text.toLowerCase()).size;
  const words = new Set(text.toLowerCase().split(/[\s\-_.,]+/)).size;
  if (varied < 7 || /^(.{1,6})\1+$/.test(text) || /^[\d\s-]+$/.test(text)) return 'weak';
  if (text.length >= 20 && (words >= 4 || varied >= 12)) return 'good';
  return 'fair';
}

const consonants = 'bdfgklmnprstvz';
const vowels = 'aeiou';

/** Six made-up words of two syllables that can be said in any language: 73 bits. */
export function suggestPassphrase(): string {
  const syllable = () => pick(consonants) + pick(vowels);
  return Array.from({ length: 6 }, () => syllable() + syllable()).join(' ');
}

/** Evenly: what would favour the first letters is drawn again. */
function pick(letters: string): string {
  const most = 256 - (256 % letters.length);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < most) return letters.charAt(byte % letters.length);
  }
}
