import { InputFileError } from '../../command/input-file-error.ts';
import type { RankedBallot } from '../ranked-profile.ts';
import type { ElectionFile } from './election-file.ts';

/**
 * Reads a tally sheet of Debian's votes: `Option 1---->: Name` lines, then `V: 2-13 hash` with one
 * rank for each option, `-` for none.
 * @throws {InputFileError} with line and column.
 */
export function readDebianTally(text: string, file: string): ElectionFile {
  const names: string[] = [];
  const list: RankedBallot[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    const option = /Option\s+(\d+)\s*-*>:\s*(.+)/.exec(line);
    if (option) {
      if (Number(option[1]) !== names.length + 1) {
        const message = `option ${names.length + 1} was expected, not ${option[1]}`;
        throw new InputFileError(file, index + 1, option.index + 1, message);
      }
      names.push(option[2]!.trim());
    }
    if (line.startsWith('V:')) list.push({ tiers: readRanks(line, index + 1, names.length, file) });
  });
  if (names.length === 0) throw new InputFileError(file, 1, 1, 'no line names an option');
  return {
    title: '',
    options: names.map((name, index) => ({ id: String(index + 1), name })),
    ballots: { kind: 'ranked', list },
    seats: 1,
    budget: undefined,
    costs: undefined,
  };
}

function readRanks(line: string, number: number, size: number, file: string): string[][] {
  const match = /^V:\s*(\S+)/.exec(line);
  const marks = match?.[1] ?? '';
  const column = match ? match[0].length - marks.length + 1 : 3;
  if (marks.length !== size) {
    const message = `the vote ranks ${marks.length} options, there are ${size}`;
    throw new InputFileError(file, number, column, message);
  }
  const byRank = new Map<number, string[]>();
  [...marks].forEach((mark, place) => {
    if (mark === '-') return;
    const rank = /^[0-9A-Z]$/i.test(mark) ? Number.parseInt(mark, 36) : Number.NaN;
    if (Number.isNaN(rank)) {
      throw new InputFileError(file, number, column + place, `"${mark}" is no rank`);
    }
    byRank.set(rank, [...(byRank.get(rank) ?? []), String(place + 1)]);
  });
  return [...byRank].sort(([a], [b]) => a - b).map(([, tier]) => tier);
}
