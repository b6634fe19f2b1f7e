import { approval } from '../src/ranking/approval.ts';
import { borda } from '../src/ranking/borda.ts';
import { copeland } from '../src/ranking/copeland.ts';
import type { Strength } from '../src/ranking/defeat-strength.ts';
import { everyTiedCommittee } from '../src/ranking/elect-in-turn.ts';
import { equalShares } from '../src/ranking/equal-shares.ts';
import { greedyBudget } from '../src/ranking/greedy-budget.ts';
import { instantRunoff } from '../src/ranking/instant-runoff.ts';
import { condorcetWinner, pairwiseTable } from '../src/ranking/pairwise-table.ts';
import { phragmen, phragmenRule } from '../src/ranking/phragmen.ts';
import { plurality } from '../src/ranking/plurality.ts';
import { rankedPairs } from '../src/ranking/ranked-pairs.ts';
import { type RankedProfile, rankedProfile } from '../src/ranking/ranked-profile.ts';
import { type RatedProfile, ratedProfile } from '../src/ranking/rated-profile.ts';
import { type Rational, toNumber } from '../src/ranking/rational.ts';
import type { ElectionFile } from '../src/ranking/read/election-file.ts';
import { readElection } from '../src/ranking/read/read-election.ts';
import { schulze } from '../src/ranking/schulze.ts';
import {
  sequentialProportionalApproval,
  sequentialProportionalApprovalRule,
} from '../src/ranking/sequential-proportional-approval.ts';
import { singleTransferableVote } from '../src/ranking/single-transferable-vote.ts';
import type { OptionScore, Tiers } from '../src/ranking/tiers.ts';
import {
  type Comparison,
  readReference,
  readReferenceJson,
  referenceCase,
  referenceNames,
  reportTotal,
} from './reference.ts';

const expectedFolder = 'ranking/expected';

/** What the files in ranking/expected hold; options are numbered from 1. */
interface Expected {
  readonly election: string;
  readonly candidates: number;
  readonly seats: number;
  readonly names: readonly string[];
  readonly ballots: number;
  readonly pairwise: number[][];
  readonly plurality: Record<string, number>;
  readonly borda_average: Record<string, number>;
  readonly borda_zero_unranked: Record<string, number>;
  readonly condorcet_winner: number | null;
  readonly copeland: Record<string, number>;
  readonly irv?: {
    readonly winner: number;
    readonly eliminated: number[];
    readonly tie_by_lot: boolean;
    readonly rounds: Record<string, number>[];
  };
  readonly stv_scottish?: {
    readonly quota: number;
    readonly elected: number[];
    readonly tie_by_lot: boolean;
    readonly stages: { readonly action: string; readonly totals: Record<string, number> }[];
  };
}

interface ExpectedSchulze {
  readonly winners: number[];
  readonly ranking: number[][];
  readonly paths: number[][];
}

interface ExpectedPairs {
  readonly ranking: number[][];
  readonly equal_strength_edges: boolean;
}

/** Where the ballots of an expected file lie, undefined for the profiles of textbook.json. */
function ballotFile(election: string): string | undefined {
  if (election.startsWith('textbook_')) return undefined;
  const debian = /^debian_(.+)$/.exec(election);
  if (debian) return `ranking/condorcet-mit/${debian[1]}_tally.txt`;
  const folder = /_\d{4}_ward/.test(election) ? 'scottish-stv' : 'condorcet-mit';
  return `ranking/${folder}/${election}${folder === 'scottish-stv' ? '.blt' : '.HIL'}`;
}

function textbook(election: string): ElectionFile {
  const all = readReferenceJson('ranking/textbook.json') as { id: string }[];
  const found = all.find(({ id }) => `textbook_${id}` === election)!;
  const file = readElection(JSON.stringify(found), election);
  const number = new Map(file.options.map(({ id }, index) => [id, String(index + 1)]));
  if (file.ballots.kind !== 'ranked') throw new Error(`${election} holds no rankings`);
  const list = file.ballots.list.map((ballot) => ({
    ...ballot,
    tiers: ballot.tiers.map((tier) => tier.map((option) => number.get(option)!)),
  }));
  const options = file.options.map(({ name }, index) => ({ id: String(index + 1), name }));
  return { ...file, options, ballots: { kind: 'ranked', list } };
}

function profileOf(file: ElectionFile): RankedProfile {
  if (file.ballots.kind !== 'ranked') throw new Error('no rankings');
  return rankedProfile({ options: file.options.map(({ id }) => id), ballots: file.ballots.list });
}

const numbers = (tiers: Tiers) => tiers.map((tier) => tier.map(Number));

const byOption = (scores: readonly OptionScore[]) =>
  Object.fromEntries(scores.map(({ option, score }) => [option, toNumber(score)]));

for (const name of referenceNames(expectedFolder, '.json').filter((n) => !n.startsWith('_'))) {
  const election = name.replace('.json', '');
  const ballots = ballotFile(election);
  const body = (compare: Comparison) => {
    const expected = readReferenceJson(`${expectedFolder}/${name}`) as Expected;
    const file = ballots ? readElection(readReference(ballots), ballots) : textbook(election);
    compareElection(compare, expected, file);
  };
  referenceCase(election, body, ballots ? [ballots] : []);
}

function compareElection(compare: Comparison, expected: Expected, file: ElectionFile): void {
  const profile = profileOf(file);
  const table = pairwiseTable(profile);
  compare.exact('options', profile.options.length, expected.candidates);
  compare.exact('ballots', Number(profile.total), expected.ballots);
  if (ballotFile(expected.election)?.endsWith('.HIL') !== true) {
    compare.same(
      'names',
      file.options.map((option) => option.name),
      expected.names,
    );
  }
  if (!expected.election.startsWith('textbook')) compare.exact('seats', file.seats, expected.seats);
  compare.same(
    'pairwise',
    table.units.map((row) => row.map(Number)),
    expected.pairwise,
  );
  compare.same('plurality', byOption(plurality(profile).scores), expected.plurality, 1e-15);
  compare.same('borda', byOption(borda(profile).scores), expected.borda_average);
  const zero = borda(profile, 'zero');
  compare.same('borda zero', byOption(zero.scores), expected.borda_zero_unranked);
  const winner = condorcetWinner(table);
  compare.exact('condorcet', winner === null ? null : Number(winner), expected.condorcet_winner);
  compare.same('copeland', byOption(copeland(table).scores), expected.copeland);
  for (const strength of ['winning', 'margin'] as const) {
    comparePathsAndPairs(compare, expected, table, strength);
  }
  compareTransfers(compare, expected, profile);
}

function comparePathsAndPairs(
  compare: Comparison,
  expected: Expected,
  table: ReturnType<typeof pairwiseTable>,
  strength: Strength,
): void {
  const all = expected as unknown as Record<string, unknown>;
  const paths = all[`schulze_${strength}`] as ExpectedSchulze;
  const ours = schulze(table, strength);
  compare.same(`schulze ${strength} winners`, ours.winners.map(Number), paths.winners);
  compare.same(`schulze ${strength} ranking`, numbers(ours.ranking), paths.ranking);
  compare.same(
    `schulze ${strength} paths`,
    ours.paths.map((row) => row.map(toNumber)),
    paths.paths,
  );
  const pairs = all[`ranked_pairs_${strength}`] as ExpectedPairs;
  const locked = rankedPairs(table, strength);
  compare.same(`ranked pairs ${strength}`, numbers(locked.ranking), pairs.ranking);
  compare.exact(
    `ranked pairs ${strength} ties`,
    locked.equalStrengthPairs,
    pairs.equal_strength_edges,
  );
}

function compareTransfers(compare: Comparison, expected: Expected, profile: RankedProfile): void {
  if (expected.irv) {
    const runoff = instantRunoff(profile);
    compare.exact('irv winner', Number(runoff.winner), expected.irv.winner);
    compare.same('irv eliminated', runoff.eliminated.map(Number), expected.irv.eliminated);
    compare.exact('irv tie', runoff.tieByLastResort, expected.irv.tie_by_lot);
    compare.same(
      'irv rounds',
      runoff.rounds.map(({ totals }) => byOption(totals)),
      expected.irv.rounds,
    );
  }
  if (expected.stv_scottish) {
    const count = singleTransferableVote(profile, expected.seats);
    compare.exact('stv quota', toNumber(count.quota), expected.stv_scottish.quota);
    compare.same('stv elected', count.elected.map(Number), expected.stv_scottish.elected);
    compare.exact('stv tie', count.tieByLastResort, expected.stv_scottish.tie_by_lot);
    const stages = count.stages.map(({ action, option, totals }) => ({
      action:
        option === null
          ? 'first preferences'
          : `${action === 'exclusion' ? 'exclude' : action} ${option}`,
      totals: Object.fromEntries(totals.map((row) => [row.option, toNumber(row.total)])),
    }));
    compare.same('stv stages', stages, expected.stv_scottish.stages, 1e-12);
    for (const stage of count.stages) {
      const sum = stage.totals.reduce((total, row) => total + toNumber(row.total), 0);
      const whole = sum + toNumber(stage.nonTransferable) + toNumber(stage.rounding);
      compare.close(`stv stage ${stage.stage} adds up`, whole, toNumber(count.valid), 1e-12);
    }
  }
}

interface OfficialWard {
  readonly valid: number;
  readonly seats: number;
  readonly quota: number;
  readonly elected_at_stage: Record<string, number>;
  readonly excluded_at_stage: Record<string, number>;
  readonly stage_totals: Record<string, string>[];
}

const official = readReferenceJson('ranking/scottish-stv/official_results_2017.json') as Record<
  string,
  OfficialWard
>;

for (const [ward, result] of Object.entries(official)) {
  const path = `ranking/scottish-stv/${ward}.blt`;
  const body = (compare: Comparison) => {
    const file = readElection(readReference(path), path);
    const count = singleTransferableVote(profileOf(file), file.seats!);
    compare.exact('seats', file.seats, result.seats);
    compare.exact('valid', toNumber(count.valid), result.valid);
    compare.exact('quota', toNumber(count.quota), result.quota);
    const electedAt = count.stages.flatMap(({ elected, stage }) => elected.map((o) => [o, stage]));
    compare.same('elected at', Object.fromEntries(electedAt), result.elected_at_stage);
    const excluded = count.stages.filter(({ action }) => action === 'exclusion');
    // Official tables name the stage after which an option was excluded, ours the one that moves its papers.
    const excludedAt = excluded.map(({ option, stage }) => [option, stage - 1]);
    compare.same('excluded at', Object.fromEntries(excludedAt), result.excluded_at_stage);
    const totals = count.stages.map((stage) =>
      Object.fromEntries(stage.totals.map((row) => [row.option, toNumber(row.total)])),
    );
    const published = result.stage_totals.map((stage) =>
      Object.fromEntries(Object.entries(stage).map(([option, total]) => [option, Number(total)])),
    );
    compare.same('stage totals', totals, published, 1e-12);
  };
  referenceCase(`official ${ward}`, body, [path]);
}

interface ApprovalInstance {
  readonly id: string;
  readonly num_cand: number;
  readonly k: number;
  readonly profile: number[][];
  readonly committees: Record<string, number[][]>;
}

const instances = readReferenceJson(
  'ranking/approval-committees/abcvoting_instances.json',
) as ApprovalInstance[];

function instanceProfile({ num_cand, profile }: ApprovalInstance): RatedProfile {
  const options = Array.from({ length: num_cand }, (_, place) => String(place));
  return ratedProfile({
    options,
    ballots: profile.map((approves) => ({ approves: approves.map(String) })),
  });
}

const committeeNumbers = (committee: readonly string[]) =>
  committee.map(Number).sort((a, b) => a - b);

/** Exactly the listed committees, in any order. */
function compareCommittees(
  compare: Comparison,
  label: string,
  ours: readonly (readonly string[])[],
  listed: readonly number[][],
): void {
  const text = (sets: readonly number[][]) => sets.map((set) => set.join(' ')).sort();
  compare.same(label, text(ours.map(committeeNumbers)), text(listed));
}

referenceCase('abcvoting sequential proportional approval', (compare) => {
  for (const instance of instances.filter(({ committees }) => committees.seqpav)) {
    const profile = instanceProfile(instance);
    const listed = instance.committees.seqpav!;
    const every = everyTiedCommittee(
      profile,
      instance.k,
      sequentialProportionalApprovalRule(profile),
    );
    compareCommittees(compare, instance.id, every.committees, listed);
    const one = committeeNumbers(sequentialProportionalApproval(profile, instance.k).elected);
    compare.exact(
      `${instance.id} one`,
      listed.some((set) => set.join() === one.join()),
      true,
    );
  }
});

referenceCase('abcvoting phragmen', (compare) => {
  for (const instance of instances.filter(({ committees }) => committees.seqphragmen)) {
    const profile = instanceProfile(instance);
    const listed = instance.committees.seqphragmen!;
    const every = everyTiedCommittee(profile, instance.k, phragmenRule(profile));
    compareCommittees(compare, instance.id, every.committees, listed);
    const one = committeeNumbers(phragmen(profile, instance.k).elected);
    compare.exact(
      `${instance.id} one`,
      listed.some((set) => set.join() === one.join()),
      true,
    );
  }
});

referenceCase('abcvoting approval', (compare) => {
  for (const instance of instances.filter(({ committees }) => committees.av)) {
    const { scores } = approval(instanceProfile(instance));
    const values = scores.map(({ score }) => toNumber(score));
    const sorted = [...values].sort((a, b) => b - a);
    const border = sorted[instance.k - 1]!;
    const sure = [...values.keys()].filter((option) => values[option]! > border);
    const open = [...values.keys()].filter((option) => values[option] === border);
    const sets = choose(open, instance.k - sure.length).map((set) => [...sure, ...set].map(String));
    compareCommittees(compare, instance.id, sets, instance.committees.av!);
  }
});

function choose(options: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return options.flatMap((option, index) =>
    choose(options.slice(index + 1), size - 1).map((rest) => [option, ...rest]),
  );
}

for (const [rule, completion] of [
  ['equal-shares', 'none'],
  ['equal-shares-with-av-completion', 'greedy'],
] as const) {
  // The lists hold every way of breaking ties (and, for the first, another completion): ours is one of them.
  referenceCase(`abcvoting ${rule}, completion ${completion}`, (compare) => {
    for (const instance of instances.filter(({ committees }) => committees[rule])) {
      const profile = instanceProfile(instance);
      const costs = Object.fromEntries(profile.options.map((option) => [option, 1]));
      const election = { profile, budget: instance.k, costs };
      const ours = equalShares(election, { utility: 'cardinality', completion }).selected.map(
        Number,
      );
      const within = instance.committees[rule]!.some((set) => ours.every((o) => set.includes(o)));
      compare.exact(instance.id, within, true);
      if (completion === 'none') continue;
      const supported = approval(profile).scores.filter(({ score }) => score.numerator > 0n).length;
      compare.exact(`${instance.id} size`, ours.length, Math.min(instance.k, supported));
    }
  });
}

interface SmallBudget {
  readonly id: string;
  readonly budget: number;
  readonly costs: Record<string, number>;
  readonly ballots: string[][];
  readonly equal_shares_cost_utility: ExpectedShares;
  readonly equal_shares_cardinality: ExpectedShares;
  readonly greedy: string[];
}

interface ExpectedShares {
  readonly selected: string[];
  readonly order: string[];
  readonly rho: number[];
  readonly leftover: number[];
}

interface Wieliczka {
  readonly file: string;
  readonly budget: number;
  readonly voters: number;
  readonly projects: number;
  readonly votes: Record<string, number>;
  readonly official_selected: number[];
  readonly official_total: number;
  readonly equal_shares_cost_utility_no_completion: ExpectedRun;
  readonly equal_shares_cardinality_no_completion: ExpectedRun;
  readonly equal_shares_cost_utility_add1: ExpectedRun & {
    readonly last_feasible_increment: number;
    readonly per_voter: number;
  };
  readonly greedy_by_votes: ExpectedRun;
  readonly add1_then_greedy: ExpectedRun;
  readonly share_of_voters_with_a_winner: { readonly official: number; readonly greedy: number };
}

interface ExpectedRun {
  readonly selected: number[];
  readonly total: number;
  readonly order?: number[];
  readonly rho?: number[];
}

const budgets = readReferenceJson(`${expectedFolder}/_participatory_budgeting.json`) as {
  readonly wieliczka: Wieliczka;
  readonly small: SmallBudget[];
};

for (const example of budgets.small) {
  referenceCase(`budget ${example.id}`, (compare) => {
    const options = Object.keys(example.costs);
    const ballots = example.ballots.map((approves) => ({ approves }));
    const election = {
      profile: ratedProfile({ options, ballots }),
      budget: example.budget,
      costs: example.costs,
    };
    for (const [utility, expected] of [
      ['cost', example.equal_shares_cost_utility],
      ['cardinality', example.equal_shares_cardinality],
    ] as const) {
      const ours = equalShares(election, { utility, completion: 'none' });
      compare.same(`${utility} order`, ours.selected, expected.order);
      compare.same(`${utility} selected`, [...ours.selected].sort(), expected.selected);
      compare.same(
        `${utility} rate`,
        ours.purchases.map(({ rate }) => toNumber(rate)),
        expected.rho,
        1e-12,
      );
      compare.same(`${utility} left`, ours.leftover.map(toNumber), expected.leftover, 1e-12);
    }
    compare.same('greedy', [...greedyBudget(election).selected].sort(), example.greedy);
  });
}

const wieliczka = budgets.wieliczka;
const wieliczkaFile = `ranking/participatory-budgeting/${wieliczka.file}`;

referenceCase(
  'budget wieliczka 2023',
  (compare) => {
    const file = readElection(readReference(wieliczkaFile), wieliczkaFile);
    if (file.ballots.kind !== 'approval') throw new Error('no approvals');
    const options = file.options.map(({ id }) => id);
    const profile = ratedProfile({ options, ballots: file.ballots.list });
    const election = { profile, budget: file.budget!, costs: file.costs! };
    compare.exact('budget', toNumber(file.budget!), wieliczka.budget);
    compare.exact('voters', profile.ballots.length, wieliczka.voters);
    compare.exact('projects', options.length, wieliczka.projects);
    compare.same('votes', byOption(approval(profile).scores), wieliczka.votes);
    const run = (
      label: string,
      ours: { selected: readonly string[]; spent: Rational },
      expected: ExpectedRun,
    ) => {
      const sorted = ours.selected.map(Number).sort((a, b) => a - b);
      compare.same(`${label} selected`, sorted, expected.selected);
      compare.exact(`${label} total`, toNumber(ours.spent), expected.total);
      if (expected.order) compare.same(`${label} order`, ours.selected.map(Number), expected.order);
    };
    const byCost = equalShares(election, { completion: 'none' });
    run('cost', byCost, wieliczka.equal_shares_cost_utility_no_completion);
    const rates = byCost.purchases.map(({ rate }) => toNumber(rate));
    compare.same('rates', rates, wieliczka.equal_shares_cost_utility_no_completion.rho, 1e-12);
    const byCount = equalShares(election, { utility: 'cardinality', completion: 'none' });
    run('cardinality', byCount, wieliczka.equal_shares_cardinality_no_completion);
    const completed = equalShares(election, { completion: 'add-one' });
    run('add-one', completed, wieliczka.equal_shares_cost_utility_add1);
    const { last_feasible_increment, per_voter } = wieliczka.equal_shares_cost_utility_add1;
    compare.exact('increments', completed.increments, last_feasible_increment);
    compare.close('share', toNumber(completed.share), per_voter, 1e-14);
    const official = { selected: wieliczka.official_selected, total: wieliczka.official_total };
    run('official', completed, official);
    run('then greedy', equalShares(election), wieliczka.add1_then_greedy);
    const greedy = greedyBudget(election);
    run('greedy', greedy, wieliczka.greedy_by_votes);
    const winners = (selected: readonly string[]) =>
      profile.ballots.filter(({ points }) =>
        selected.some((option) => points.has(options.indexOf(option))),
      ).length / profile.ballots.length;
    const shares = wieliczka.share_of_voters_with_a_winner;
    compare.close('voters with a winner', winners(completed.selected), shares.official, 1e-14);
    compare.close('voters with a winner, greedy', winners(greedy.selected), shares.greedy, 1e-14);
  },
  [wieliczkaFile],
);

referenceCase('phragmen, running example of Lackner and Skowron', (compare) => {
  const example = budgets.small.find(({ id }) => id === 'lackner_skowron')!;
  const ballots = example.ballots.map((approves) => ({ approves }));
  const profile = ratedProfile({ options: Object.keys(example.costs), ballots });
  compare.same('elected', [...phragmen(profile, 4).elected].sort(), ['a', 'b', 'c', 'd']);
});

reportTotal('ranking');
