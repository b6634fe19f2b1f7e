import type { Actor } from '../access/index.ts';

export interface CompactLine {
  position: number;
  sort: 'principle' | 'behavior';
  body: string;
}

export interface CompactShown {
  version: number;
  preamble: string;
  offeredAt: Date | null;
  inForceAt: Date | null;
  reviewOn: string | null;
  lines: readonly CompactLine[];
  ratifications: readonly { organizationId: string; seatId: string; ratifiedAt: Date }[];
}

/** Leads write a compact and offer it to the others. */
export function mayWriteCompact(actor: Actor): boolean {
  return actor.seat?.lead ?? false;
}

/** One line of text each becomes one principle or behavior. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-•*\d.)]*\s*/, '').trim())
    .filter(Boolean);
}
