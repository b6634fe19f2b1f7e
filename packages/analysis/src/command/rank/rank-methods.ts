import { seededRandom } from '../../random.ts';
import { approval } from '../../ranking/approval.ts';
import { borda } from '../../ranking/borda.ts';
import type { BudgetElection } from '../../ranking/budget-election.ts';
import { copeland } from '../../ranking/copeland.ts';
import { equalShares } from '../../ranking/equal-shares.ts';
import { greedyBudget } from '../../ranking/greedy-budget.ts';
import { instantRunoff } from '../../ranking/instant-runoff.ts';
import type { PairwiseTable } from '../../ranking/pairwise-table.ts';
import { phragmen } from '../../ranking/phragmen.ts';
import { plurality } from '../../ranking/plurality.ts';
import { rankedPairs } from '../../ranking/ranked-pairs.ts';
import type { RankedProfile } from '../../ranking/ranked-profile.ts';
import type { RatedProfile } from '../../ranking/rated-profile.ts';
import { schulze } from '../../ranking/schulze.ts';
import { scoreVoting } from '../../ranking/score.ts';
import { sequentialProportionalApproval } from '../../ranking/sequential-proportional-approval.ts';
import { singleTransferableVote } from '../../ranking/single-transferable-vote.ts';
import type { RankSettings } from './rank-settings.ts';

/** What a method for rankings works on. */
export interface RankedInput {
  readonly profile: RankedProfile;
  readonly table: PairwiseTable;
  readonly seats: number;
  readonly settings: RankSettings;
}

/** What a method for approvals or points works on. */
export interface RatedInput {
  readonly profile: RatedProfile;
  readonly points: boolean;
  readonly seats: number;
  /** Undefined when the file and the command line name no budget. */
  readonly budget: BudgetElection | undefined;
  readonly settings: RankSettings;
  readonly onStep: (steps: number) => void;
}

const lots = ({ seed }: RankSettings) => (seed === undefined ? undefined : seededRandom(seed));

/** Methods that need rankings. */
export const rankedMethods = {
  plurality: ({ profile }: RankedInput) => plurality(profile),
  borda: ({ profile, settings }: RankedInput) => borda(profile, settings.unranked),
  copeland: ({ table }: RankedInput) => copeland(table),
  schulze: ({ table, settings }: RankedInput) => schulze(table, settings.strength),
  'ranked-pairs': ({ table, settings }: RankedInput) => rankedPairs(table, settings.strength),
  irv: ({ profile, settings }: RankedInput) => instantRunoff(profile, lots(settings)),
  stv: ({ profile, seats, settings }: RankedInput) =>
    singleTransferableVote(profile, seats, lots(settings)),
};

/** Methods that need approvals or points. */
export const ratedMethods = {
  approval: ({ profile }: RatedInput) => approval(profile),
  score: ({ profile, settings }: RatedInput) => scoreVoting(profile, settings.unrated),
  'seq-pav': ({ profile, seats }: RatedInput) => sequentialProportionalApproval(profile, seats),
  phragmen: ({ profile, seats }: RatedInput) => phragmen(profile, seats),
};

/** Methods that need approvals or points, costs and a budget. */
export const budgetMethods = {
  'equal-shares': ({ points, settings, onStep }: RatedInput, budget: BudgetElection) => {
    const { completion, increment } = settings;
    const utility = settings.utility ?? (points ? 'points' : 'cost');
    return equalShares(budget, { utility, completion, increment, onStep });
  },
  greedy: (_: RatedInput, budget: BudgetElection) => greedyBudget(budget),
};

type Results<Methods extends Record<string, (...args: never[]) => unknown>> = {
  [Name in keyof Methods]?: ReturnType<Methods[Name]>;
};

/** Results by method, those that were asked for. */
export type RankResults = Results<typeof rankedMethods> &
  Results<typeof ratedMethods> &
  Results<typeof budgetMethods>;

export const methodNames: readonly string[] = [
  ...Object.keys(rankedMethods),
  ...Object.keys(ratedMethods),
  ...Object.keys(budgetMethods),
];
