import { borda } from '../../ranking/borda.ts';
import { byConstituency } from '../../ranking/by-constituency.ts';
import { condorcetWinner, pairwiseTable } from '../../ranking/pairwise-table.ts';
import { type PriorityOverlap, priorityOverlap } from '../../ranking/priority-overlap.ts';
import { rankedProfile } from '../../ranking/ranked-profile.ts';
import { ratedProfile } from '../../ranking/rated-profile.ts';
import { type Rational, rational } from '../../ranking/rational.ts';
import type { ElectionFile } from '../../ranking/read/election-file.ts';
import { scoreVoting } from '../../ranking/score.ts';
import { keepSupported, rankedOptions } from '../../ranking/supported-options.ts';
import { InputFileError } from '../input-file-error.ts';
import { UsageError } from '../usage-error.ts';
import {
  budgetMethods,
  methodNames,
  type RankedInput,
  type RankResults,
  type RatedInput,
  rankedMethods,
  ratedMethods,
} from './rank-methods.ts';
import type { RankSettings } from './rank-settings.ts';

/** Everything that `rank` found, as it is printed with --json. */
export interface RankReport {
  readonly file: string;
  readonly title: string;
  readonly kind: 'ranked' | 'approval' | 'points';
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly ballots: {
    /** Ballots or lines of the file that count. */
    readonly counted: number;
    readonly blank: number;
    /** What they weigh together. */
    readonly voices: Rational;
  };
  readonly voices: 'equal-ballots' | 'equal-voice';
  readonly pairwise?: readonly (readonly Rational[])[];
  readonly condorcetWinner?: string | null;
  readonly results: RankResults;
  readonly overlap?: PriorityOverlap & { readonly rankedBy: 'borda' | 'score' };
}

/** Applies the methods that were asked for, or all that fit the file. */
export function rankElection(
  election: ElectionFile,
  settings: RankSettings,
  onStep: (steps: number) => void,
): RankReport {
  checkVoices(election, settings);
  return election.ballots.kind === 'ranked'
    ? rankRanked(election, settings)
    : rankRated(election, settings, onStep);
}

function rankRanked(election: ElectionFile, settings: RankSettings): RankReport {
  if (election.ballots.kind !== 'ranked') throw new UsageError('The file holds no rankings.');
  const options = election.options.map(({ id }) => id);
  const { voices } = settings;
  const profile = rankedProfile({ options, ballots: election.ballots.list, voices });
  const table = pairwiseTable(profile);
  const input: RankedInput = {
    profile,
    table,
    seats: settings.seats ?? election.seats ?? 1,
    settings,
  };
  const wanted = wantedMethods(settings, Object.keys(rankedMethods), 'rankings');
  return {
    ...describe(election, settings, profile),
    pairwise: table.units.map((row) => row.map((units) => rational(units, table.scale))),
    condorcetWinner: condorcetWinner(table),
    results: runMethods(wanted, rankedMethods, (method) => method(input)),
    ...overlapOf(profile, settings, 'borda', (part) =>
      keepSupported(borda(part, settings.unranked).ranking, rankedOptions(part)),
    ),
  };
}

function rankRated(
  election: ElectionFile,
  settings: RankSettings,
  onStep: (steps: number) => void,
): RankReport {
  if (election.ballots.kind === 'ranked') throw new UsageError('The file holds rankings.');
  const options = election.options.map(({ id }) => id);
  const { voices } = settings;
  const profile = ratedProfile({ options, ballots: election.ballots.list, voices });
  const amount = settings.budget ?? election.budget;
  const budget = amount && election.costs && { profile, budget: amount, costs: election.costs };
  const points = election.ballots.kind === 'points';
  const seats = settings.seats ?? election.seats ?? 1;
  const input: RatedInput = { profile, points, seats, budget, settings, onStep };
  const fitting = [...Object.keys(ratedMethods), ...(budget ? Object.keys(budgetMethods) : [])];
  const needs = budget ? 'approvals or points' : 'approvals or points, and no budget with costs';
  const wanted = wantedMethods(settings, fitting, needs);
  return {
    ...describe(election, settings, profile),
    results: {
      ...runMethods(wanted, ratedMethods, (method) => method(input)),
      ...(budget && runMethods(wanted, budgetMethods, (method) => method(input, budget))),
    },
    ...overlapOf(profile, settings, 'score', (part) => {
      const { ranking, scores } = scoreVoting(part);
      const supported = scores.filter(({ score }) => score.numerator > 0n);
      return keepSupported(ranking, new Set(supported.map(({ option }) => option)));
    }),
  };
}

function describe(
  { title, options, ballots }: ElectionFile,
  { file, voices }: RankSettings,
  profile: { ballots: readonly unknown[]; blank: number; total: bigint; scale: bigint },
) {
  const counted = profile.ballots.length;
  const weight = rational(profile.total, profile.scale);
  const counts = { counted, blank: profile.blank, voices: weight };
  return { file, title, kind: ballots.kind, options, ballots: counts, voices };
}

/** Runs the wanted ones of some methods, in the order in which they are listed. */
function runMethods<Method, Result>(
  wanted: readonly string[],
  methods: Readonly<Record<string, Method>>,
  run: (method: Method) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    Object.entries(methods)
      .filter(([name]) => wanted.includes(name))
      .map(([name, method]) => [name, run(method)]),
  );
}

function wantedMethods(
  { methods }: RankSettings,
  fitting: readonly string[],
  holds: string,
): readonly string[] {
  if (methods === 'all') return fitting;
  const unknown = methods.find((name) => !methodNames.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no method "${unknown}"; there are ${methodNames.join(', ')}.`);
  }
  const unfit = methods.find((name) => !fitting.includes(name));
  if (unfit !== undefined) {
    throw new UsageError(`The method ${unfit} does not fit this file, which holds ${holds}.`);
  }
  return methods;
}

function checkVoices({ ballots }: ElectionFile, { voices, file }: RankSettings): void {
  if (voices === 'equal-ballots') return;
  const nameless = ballots.list.findIndex(({ constituency }) => constituency === undefined);
  if (nameless >= 0) {
    const message = `--voices equal-voice needs the constituency of every ballot; ballot ${nameless + 1} names none`;
    throw new InputFileError(file, 0, 0, message);
  }
}

function overlapOf<
  Ballot extends { readonly units: bigint; readonly constituency: string | undefined },
  Profile extends { readonly ballots: readonly Ballot[]; readonly total: bigint },
>(
  profile: Profile,
  { top, persistence }: RankSettings,
  rankedBy: 'borda' | 'score',
  rank: (part: Profile) => readonly (readonly string[])[],
): Pick<RankReport, 'overlap'> {
  if (profile.ballots.some(({ constituency }) => constituency === undefined)) return {};
  const rankings = byConstituency<Ballot, Profile>(profile).map((part) => ({
    constituency: part.constituency,
    ranking: rank(part.profile),
  }));
  if (rankings.length < 2) return {};
  return { overlap: { ...priorityOverlap(rankings, top, persistence), rankedBy } };
}
