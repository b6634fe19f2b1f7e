import { InputFileError } from '../../command/input-file-error.ts';
import type { RankedBallot } from '../ranked-profile.ts';
import type { ApprovalBallot, ScoreBallot } from '../rated-profile.ts';
import { parseRational, type Rational } from '../rational.ts';
import type { ElectionFile } from './election-file.ts';
import { type JsonPath, jsonOffset, placeOf } from './json-position.ts';
import { jsonFaultOffset } from './json-syntax.ts';

/**
 * Reads an election from JSON: `options` (names, or objects with `id` and `name`), `ballots` with one
 * of `ranking` ("A>B=C" or nested lists), `approves` or `points`, and optionally `weight` and
 * `constituency`; `seats`, `budget` and `costs` where a rule needs them. A ballot may also be a pair
 * `[weight, "A>B=C"]`, and `candidates` may stand for `options`.
 * @throws {InputFileError} with line and column.
 */
export function readElectionJson(text: string, file: string): ElectionFile {
  return new JsonReader(text, file).election();
}

class JsonReader {
  private readonly text: string;
  private readonly file: string;
  private readonly known = new Set<string>();

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  election(): ElectionFile {
    const root = this.record(this.parse(), []);
    const key = 'options' in root ? 'options' : 'candidates';
    const options = this.options(root[key], [key]);
    const ballots = this.array(root.ballots, ['ballots']).map((ballot, index) =>
      this.ballot(ballot, ['ballots', index]),
    );
    return {
      title: typeof root.title === 'string' ? root.title : '',
      options,
      ballots: this.sameKind(ballots),
      seats: root.seats === undefined ? undefined : this.count(root.seats, ['seats']),
      budget: root.budget === undefined ? undefined : this.number(root.budget, ['budget']),
      costs: root.costs === undefined ? undefined : this.numbers(root.costs, ['costs']),
    };
  }

  private parse(): unknown {
    try {
      return JSON.parse(this.text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const { line, column } = placeOf(this.text, jsonFaultOffset(this.text));
      throw new InputFileError(this.file, line, column, 'this is no valid JSON');
    }
  }

  private options(value: unknown, path: JsonPath) {
    const options = this.array(value, path).map((option, index) => {
      if (typeof option === 'string') return { id: option, name: option };
      const { id, name } = this.record(option, [...path, index]);
      const text = this.string(id, [...path, index, 'id']);
      return { id: text, name: typeof name === 'string' ? name : text };
    });
    if (options.length === 0) this.fail(path, 'there is no option');
    options.forEach(({ id }, index) => {
      if (this.known.has(id)) this.fail([...path, index], `the option "${id}" occurs twice`);
      this.known.add(id);
    });
    return options;
  }

  private ballot(value: unknown, path: JsonPath): RankedBallot | ApprovalBallot | ScoreBallot {
    if (Array.isArray(value)) {
      const weight = this.weight(value[0], [...path, 0]);
      return { weight, tiers: this.ranking(value[1], [...path, 1]) };
    }
    const ballot = this.record(value, path);
    const weight =
      ballot.weight === undefined ? undefined : this.weight(ballot.weight, [...path, 'weight']);
    const constituency =
      ballot.constituency === undefined
        ? undefined
        : this.string(ballot.constituency, [...path, 'constituency']);
    const voter = { weight, constituency };
    if ('ranking' in ballot) {
      return { ...voter, tiers: this.ranking(ballot.ranking, [...path, 'ranking']) };
    }
    if ('approves' in ballot) {
      const approves = this.tier(ballot.approves, [...path, 'approves'], new Set());
      return { ...voter, approves };
    }
    if ('points' in ballot) {
      return { ...voter, points: this.numbers(ballot.points, [...path, 'points']) };
    }
    return this.fail(path, 'a ballot needs "ranking", "approves" or "points"');
  }

  private ranking(value: unknown, path: JsonPath): string[][] {
    const seen = new Set<string>();
    if (typeof value === 'string') {
      const places = value.trim() === '' ? [] : value.split('>');
      const tiers = places.map((place) => place.split('=').map((option) => option.trim()));
      for (const option of tiers.flat()) this.option(option, path, seen);
      return tiers;
    }
    return this.array(value, path).map((place, index) => {
      const at = [...path, index];
      return typeof place === 'string'
        ? [this.option(place, at, seen)]
        : this.tier(place, at, seen);
    });
  }

  private tier(value: unknown, path: JsonPath, seen: Set<string>): string[] {
    return this.array(value, path).map((option, index) =>
      this.option(option, [...path, index], seen),
    );
  }

  private option(value: unknown, path: JsonPath, seen: Set<string>): string {
    const option = this.string(value, path);
    if (!this.known.has(option)) this.fail(path, `"${option}" is no option`);
    if (seen.has(option)) this.fail(path, `"${option}" is named twice`);
    seen.add(option);
    return option;
  }

  private sameKind(
    ballots: readonly (RankedBallot | ApprovalBallot | ScoreBallot)[],
  ): ElectionFile['ballots'] {
    const isRanked = (ballot: object): ballot is RankedBallot => 'tiers' in ballot;
    const isApproval = (ballot: object): ballot is ApprovalBallot => 'approves' in ballot;
    const isPoints = (ballot: object): ballot is ScoreBallot => 'points' in ballot;
    if (ballots.every(isRanked)) return { kind: 'ranked', list: ballots };
    if (ballots.every(isApproval)) return { kind: 'approval', list: ballots };
    if (ballots.every(isPoints)) return { kind: 'points', list: ballots };
    return this.fail(['ballots'], 'all ballots must rank, or all approve, or all give points');
  }

  private numbers(value: unknown, path: JsonPath): Record<string, Rational> {
    const entries = Object.entries(this.record(value, path)).map(([option, amount]) => {
      if (!this.known.has(option)) this.fail([...path, option], `"${option}" is no option`);
      return [option, this.number(amount, [...path, option])] as const;
    });
    return Object.fromEntries(entries);
  }

  private weight(value: unknown, path: JsonPath): Rational {
    const weight = this.number(value, path);
    return weight.numerator < 0n ? this.fail(path, 'a weight is never negative') : weight;
  }

  /** A number as the decimal that it is written as, or a fraction in quotes: "1/3". */
  private number(value: unknown, path: JsonPath): Rational {
    const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
    return parseRational(text) ?? this.fail(path, 'a number was expected');
  }

  private count(value: unknown, path: JsonPath): number {
    if (Number.isSafeInteger(value) && Number(value) >= 1) return Number(value);
    return this.fail(path, 'a whole number of at least 1 was expected');
  }

  private string(value: unknown, path: JsonPath): string {
    return typeof value === 'string' ? value : this.fail(path, 'a text was expected');
  }

  private array(value: unknown, path: JsonPath): unknown[] {
    return Array.isArray(value) ? value : this.fail(path, `${nameOf(path)} must be a list`);
  }

  private record(value: unknown, path: JsonPath): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    return this.fail(path, `${nameOf(path)} must be an object`);
  }

  private fail(path: JsonPath, message: string): never {
    const { line, column } = placeOf(this.text, jsonOffset(this.text, path));
    throw new InputFileError(this.file, line, column, message);
  }
}

const nameOf = (path: JsonPath) =>
  path.length === 0 ? 'the file' : `"${path.filter((step) => typeof step === 'string').at(-1)}"`;
