const groups = 5;
const digitsInGroup = 4;

/**
 * Twenty digits that stand for a public key or for a caucus key: read aloud in any language, and
 * beyond the reach of whoever would search for another key with the same ones (66 bits).
 */
export async function safetyCode(what: 'person' | 'caucus', key: string): Promise<string> {
  const bytes = new TextEncoder().encode(`concord safety code ${what} ${key}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  let number = 0n;
  for (const byte of hash) number = (number << 8n) | BigInt(byte);
  const digits = String(number % 10n ** BigInt(groups * digitsInGroup));
  return digits.padStart(groups * digitsInGroup, '0').replace(/\d{4}(?=\d)/g, '$& ');
}
