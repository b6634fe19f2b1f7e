/** The labelled scales on which people take a stance, and what each label says about consent. */

/** Raised fingers, from 0 (I block this) to 5 (I will lead it). Ordered. */
export const fistToFiveStances = ['0', '1', '2', '3', '4', '5'] as const;

/**
 * Kaner's eight gradients of agreement, in their published order.
 * Not ordinal: `dislike-but-support` (6th) supports more than `more-discussion` (5th) does. They are
 * never averaged and have no median; only the distribution and accepted sets of labels mean anything.
 * @source Kaner, Facilitator's Guide to Participatory Decision-Making.
 */
export const gradientStances = [
  'endorse',
  'minor-contention',
  'support-with-reservations',
  'abstain',
  'more-discussion',
  'dislike-but-support',
  'serious-disagreement',
  'veto',
] as const;

export const consentStances = ['consent', 'stand-aside', 'object'] as const;

export const voteStances = ['yes', 'no', 'abstain'] as const;

export type FistToFive = (typeof fistToFiveStances)[number];
export type Gradient = (typeof gradientStances)[number];
export type ConsentStance = (typeof consentStances)[number];
export type Vote = (typeof voteStances)[number];

/** The labels that each scale knows, in the order in which a distribution shows them. */
export const stancesOf = {
  'fist-to-five': fistToFiveStances,
  gradients: gradientStances,
  consent: consentStances,
  majority: voteStances,
  supermajority: voteStances,
} as const satisfies Record<string, readonly string[]>;

export type Scale = keyof typeof stancesOf;

/** What a stance does to a decision: carries it, leaves it to the others, or stands in its way. */
export type Standing = 'for' | 'neutral' | 'against';
