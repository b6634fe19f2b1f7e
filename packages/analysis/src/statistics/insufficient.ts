/** Too little data for an honest answer: a result that the page explains, not a failure. */
export type Insufficient = {
  readonly insufficient: {
    /** How many are needed. */
    readonly need: number;
    /** How many there are. */
    readonly have: number;
    /** What is counted, as a code that the page puts into words. */
    readonly what: string;
  };
};

/** The value that says that there is too little data. */
export function insufficient(what: string, need: number, have: number): Insufficient {
  return { insufficient: { need, have, what } };
}

/** Whether a result says that there was too little data. */
export function isInsufficient<T extends object>(result: T | Insufficient): result is Insufficient {
  return 'insufficient' in result;
}
