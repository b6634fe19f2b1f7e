import { AnalysisInputError } from '../errors.ts';
import { type Gradient, gradientStances, type Scale, type Standing } from './scale.ts';

/** Fist-to-five: the lowest number of fingers that is at the line. Gradients: the labels that are. */
export type Line = number | readonly string[];

const defaultGradientLine: readonly Gradient[] = [
  'endorse',
  'minor-contention',
  'support-with-reservations',
  'dislike-but-support',
];

const votes: Readonly<Record<string, Standing>> = {
  consent: 'for',
  'stand-aside': 'neutral',
  object: 'against',
  yes: 'for',
  abstain: 'neutral',
  no: 'against',
};

/**
 * Where each label of a scale stands, given the agreed line.
 * @param line  Fist-to-five: 1 to 5, default 3. Gradients: the labels that count as agreement,
 *   default the four that promise support; `abstain` is neutral unless listed. Other scales have none.
 * @returns A function from a label of the scale to its standing.
 * @throws {AnalysisInputError} when the line does not fit the scale.
 * @complexity O(1) a label.
 */
export function standingAt(scale: Scale, line?: Line): (stance: string) => Standing {
  if (scale === 'fist-to-five') {
    const lowest = fistLine(line);
    return (stance) => (Number(stance) >= lowest ? 'for' : 'against');
  }
  if (scale === 'gradients') {
    const accepted = gradientLine(line);
    return (stance) => {
      if (accepted.has(stance)) return 'for';
      return stance === 'abstain' ? 'neutral' : 'against';
    };
  }
  if (line !== undefined) throw new AnalysisInputError('line', `the scale ${scale} has none`);
  return (stance) => votes[stance]!;
}

function fistLine(line: Line | undefined): number {
  const lowest = line ?? 3;
  if (typeof lowest !== 'number' || !Number.isInteger(lowest) || lowest < 1 || lowest > 5) {
    throw new AnalysisInputError('line', 'must be 1, 2, 3, 4 or 5 for fist-to-five');
  }
  return lowest;
}

function gradientLine(line: Line | undefined): ReadonlySet<string> {
  const accepted = line ?? defaultGradientLine;
  const known: readonly string[] = gradientStances;
  if (typeof accepted === 'number') {
    throw new AnalysisInputError('line', 'must list labels: gradients are not ordered');
  }
  const unknown = accepted.find((label) => !known.includes(label));
  if (unknown !== undefined) throw new AnalysisInputError('line', `there is no "${unknown}"`);
  if (accepted.length === 0) throw new AnalysisInputError('line', 'must accept a label');
  return new Set(accepted);
}
