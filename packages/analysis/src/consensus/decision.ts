import type { Scale } from './scale.ts';
import type { Line } from './standing.ts';

/** What one constituency (or the whole) must show: nobody in the way, more than half, or a share. */
export type Gate = 'consent' | 'majority' | 'supermajority' | 'none';

/** Whom a majority is a majority of: stances for and against; everybody who answered; every seat. */
export type ThresholdBase = 'cast' | 'answered' | 'seats';

/** An exact share, for example 2 of 3. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

export interface Stance {
  /** A label of the decision's scale. */
  readonly value: string;
  /** The person says that the concern behind a stance below the line has been met. */
  readonly concernResolved?: boolean | undefined;
}

export interface ConstituencyStances {
  readonly constituency: string;
  /** Seats in the frozen electorate. */
  readonly seats: number;
  /** Seats that must have answered. */
  readonly quorum: number;
  readonly gate: Gate;
  /** One for each seat that answered, in any order. */
  readonly stances: readonly Stance[];
}

export interface DecisionInput {
  readonly scale: Scale;
  /** See `standingAt`. */
  readonly line?: Line | undefined;
  readonly constituencies: readonly ConstituencyStances[];
  /**
   * The rule over all constituencies together. Default: the scale's own for `majority` and
   * `supermajority`; for the others `none`, or `consent` when no constituency has a gate.
   */
  readonly overall?: Gate | undefined;
  /** At least this share makes a supermajority; default 2 of 3. */
  readonly supermajority?: Share | undefined;
  /** Default `cast`. */
  readonly base?: ThresholdBase | undefined;
}

/** Counts of one constituency, or of all. */
export interface StanceCounts {
  readonly seats: number;
  readonly answered: number;
  /** At or above the line. */
  readonly for: number;
  /** Neither for nor against, and stances whose concern was resolved. */
  readonly neutral: number;
  /** Below the line, concern not resolved. */
  readonly against: number;
  /** Stances below the line whose concern was resolved. */
  readonly resolved: number;
}

export interface ConstituencyOutcome extends StanceCounts {
  readonly constituency: string;
  readonly quorum: number;
  readonly quorumMet: boolean;
  readonly gate: Gate;
  readonly gateMet: boolean;
  /** Every label of the scale with its count as entered, zeros included. Labels are never averaged. */
  readonly distribution: Readonly<Record<string, number>>;
  /** Stances that alone keep this constituency's gate shut: `against` under a consent gate, else 0. */
  readonly blocking: number;
}

/** Why the decision passed or did not, as data that a page turns into sentences of its language. */
export type DecisionReason =
  | { readonly code: 'all-quorums-met'; readonly values: { readonly constituencies: number } }
  | {
      readonly code: 'quorum-not-met';
      readonly values: {
        readonly constituency: string;
        readonly answered: number;
        readonly quorum: number;
        readonly seats: number;
      };
    }
  | {
      readonly code: 'all-gates-met';
      readonly values: { readonly constituencies: number };
    }
  | { readonly code: 'no-answers'; readonly values: { readonly constituency: string } }
  | {
      readonly code: 'blocking-concerns';
      readonly values: { readonly constituency: string; readonly count: number };
    }
  | {
      readonly code: 'gate-not-met';
      readonly values: { readonly constituency: string } & ThresholdValues;
    }
  | { readonly code: 'overall-met'; readonly values: ThresholdValues }
  | { readonly code: 'overall-not-met'; readonly values: ThresholdValues }
  | {
      readonly code: 'concerns-resolved';
      readonly values: { readonly constituency: string; readonly count: number };
    }
  | {
      readonly code: 'dissent-recorded';
      readonly values: { readonly constituency: string; readonly count: number };
    };

export interface ThresholdValues {
  readonly rule: Gate;
  readonly for: number;
  readonly against: number;
  /** How many the share is taken of. */
  readonly base: number;
  /** The smallest number for that would do. */
  readonly needed: number;
}

export interface DecisionOutcome {
  readonly passed: boolean;
  readonly scale: Scale;
  readonly overall: Gate;
  readonly overallMet: boolean;
  readonly total: StanceCounts;
  /** In the order given. */
  readonly constituencies: readonly ConstituencyOutcome[];
  readonly reasons: readonly DecisionReason[];
}
