import { InputProblem } from '../../../platform/input-problem.ts';
import { isGuessable } from './guessable.ts';

export const leastLength = 10;
const mostLength = 128;

/**
 * A new password is long enough and not among the first that somebody would try. Nothing else is
 * asked of it: no capitals, no digits, no change by the calendar.
 */
export function checkNewPassword(
  password: string,
  known: readonly string[],
  field = 'password',
): void {
  const length = [...password].length;
  if (length < leastLength) throw new InputProblem({ [field]: 'account.password-short' });
  if (length > mostLength) throw new InputProblem({ [field]: `too-long:${mostLength}` });
  if (isGuessable(password, known)) throw new InputProblem({ [field]: 'account.password-common' });
}
