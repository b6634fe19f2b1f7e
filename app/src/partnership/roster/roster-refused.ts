import { InputProblem } from '../../platform/input-problem.ts';

/** Why a package as a whole cannot be read. Said by the words `problem.<code>`. */
export type RosterRefusal =
  | 'no-file'
  | 'zip-unreadable'
  | 'zip-too-many'
  | 'zip-too-large'
  | 'no-users'
  | 'no-roles'
  | 'no-header'
  | 'file-twice'
  | 'too-many-lines'
  | 'stale'
  | 'not-open'
  | 'nothing';

/** Ends the reading of a package; the form says why. */
export function refuseRoster(code: RosterRefusal): InputProblem {
  return new InputProblem({ files: `roster.${code}` });
}
