import type { RankedBallot } from '../ranked-profile.ts';
import type { ApprovalBallot, ScoreBallot } from '../rated-profile.ts';
import type { Rational } from '../rational.ts';

/** What a file says about an election, before any rule is applied. */
export interface ElectionFile {
  readonly title: string;
  /** Ids as the file writes them (a number, a project id), with names for people. */
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly ballots:
    | { readonly kind: 'ranked'; readonly list: readonly RankedBallot[] }
    | { readonly kind: 'approval'; readonly list: readonly ApprovalBallot[] }
    | { readonly kind: 'points'; readonly list: readonly ScoreBallot[] };
  readonly seats: number | undefined;
  readonly budget: Rational | undefined;
  /** By option id. */
  readonly costs: Readonly<Record<string, Rational>> | undefined;
}
