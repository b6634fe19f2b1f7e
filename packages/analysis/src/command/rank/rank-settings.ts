import type { UnrankedPoints } from '../../ranking/borda.ts';
import type { Strength } from '../../ranking/defeat-strength.ts';
import type { Completion } from '../../ranking/equal-shares.ts';
import type { Utility } from '../../ranking/equal-shares-purse.ts';
import { parseRational, type Rational } from '../../ranking/rational.ts';
import type { UnratedRule } from '../../ranking/score.ts';
import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';

/** What the options of `rank` ask for; undefined where the file decides. */
export interface RankSettings {
  readonly file: string;
  readonly methods: readonly string[] | 'all';
  readonly seats: number | undefined;
  readonly budget: Rational | undefined;
  readonly strength: Strength;
  readonly unranked: UnrankedPoints;
  readonly unrated: UnratedRule;
  readonly utility: Utility | undefined;
  readonly completion: Completion;
  readonly increment: Rational;
  readonly voices: 'equal-ballots' | 'equal-voice';
  readonly top: number;
  readonly persistence: number;
  readonly seed: number | undefined;
  readonly json: boolean;
  readonly exact: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads the command line of `rank`. */
export function rankSettings(args: readonly string[]): RankSettings {
  const { values, positionals } = parseArguments(args, {
    method: text,
    seats: text,
    budget: text,
    strength: text,
    unranked: text,
    unrated: text,
    utility: text,
    completion: text,
    increment: text,
    voices: text,
    top: text,
    persistence: text,
    seed: text,
    json: flag,
    exact: flag,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file with ballots.');
  const utilities = ['cost', 'cardinality', 'points'] as const;
  const completions = ['add-one-then-greedy', 'add-one', 'greedy', 'none'] as const;
  return {
    file,
    methods:
      values.method === undefined || values.method === 'all' ? 'all' : values.method.split(','),
    seats: values.seats === undefined ? undefined : count('seats', values.seats),
    budget: values.budget === undefined ? undefined : amount('budget', values.budget),
    strength: oneOf('strength', values.strength, ['winning', 'margin']),
    unranked: oneOf('unranked', values.unranked, ['average', 'zero']),
    unrated: oneOf('unrated', values.unrated, ['zero', 'mean-of-rated']),
    utility: values.utility === undefined ? undefined : oneOf('utility', values.utility, utilities),
    completion: oneOf('completion', values.completion, completions),
    increment: amount('increment', values.increment ?? '1'),
    voices: oneOf('voices', values.voices, ['equal-ballots', 'equal-voice']),
    top: count('top', values.top ?? '3'),
    persistence: fraction('persistence', values.persistence ?? '0.9'),
    seed: values.seed === undefined ? undefined : count('seed', values.seed, 0),
    json: values.json === true,
    exact: values.exact === true,
  };
}

function oneOf<const T extends string>(
  name: string,
  value: string | undefined,
  known: readonly [T, ...T[]],
): T {
  if (value === undefined) return known[0];
  const found = known.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} is one of ${known.join(', ')}; not "${value}".`);
}

function count(name: string, value: string, least = 1): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} takes a whole number of at least ${least}; not "${value}".`);
}

function amount(name: string, value: string): Rational {
  const exact = parseRational(value);
  if (exact && exact.numerator > 0n) return exact;
  throw new UsageError(`--${name} takes an amount above zero; not "${value}".`);
}

function fraction(name: string, value: string): number {
  const number = Number(value);
  if (number > 0 && number < 1) return number;
  throw new UsageError(`--${name} takes a number between 0 and 1; not "${value}".`);
}
