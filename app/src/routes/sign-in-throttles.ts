import { InputProblem } from '../platform/input-problem.ts';
import { createThrottle } from '../platform/throttle.ts';
import type { Services } from './services.ts';

/**
 * Nobody is locked out for good: a stretch ends by itself, and each way in is counted apart, so that
 * whoever tries one way for somebody else leaves the other ways open to them.
 */
export function signInThrottles({ counts }: Pick<Services, 'counts'>) {
  const throttle = (of: string, most: number, minutes: number) =>
    createThrottle(counts, { of, most, minutes });
  return {
    /** Passwords for one account from one address. */
    forOne: throttle('sign-in to one account', 10, 10),
    /** Passwords for one account from everywhere: against many machines that try together. */
    forAccount: throttle('sign-in to one account from everywhere', 100, 60),
    fromAddress: throttle('sign-in from one address', 60, 10),
    letters: throttle('sign-in letters', 5, 15),
    lettersFromAddress: throttle('sign-in letters from one address', 30, 15),
    codes: throttle('codes for one account', 10, 10),
    codesADay: throttle('codes for one account in a day', 50, 24 * 60),
    recoveryCodes: throttle('recovery codes for one account', 20, 10),
    /** New accounts by one invitation: how often it may hear that an address does not do. */
    joining: throttle('tries to join by one invitation', 10, 60),
    questions: throttle('questions to passkeys from one address', 120, 10),
  };
}

export type SignInThrottles = ReturnType<typeof signInThrottles>;

/** Ends the request unless every one of these lets it go on. */
export async function admitAll(
  problem: Record<string, string>,
  ...asked: readonly Promise<boolean>[]
): Promise<void> {
  const answers = await Promise.all(asked);
  if (!answers.every(Boolean)) throw new InputProblem(problem);
}
