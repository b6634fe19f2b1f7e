/** What a person says about a statement. */
export type Position = 'agree' | 'pass' | 'disagree';

/** The only place where a position becomes a number: agree is +1 everywhere in this package. */
export const positionCode = { agree: 1, pass: 0, disagree: -1 } as const satisfies Record<
  Position,
  number
>;
