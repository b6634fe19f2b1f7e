import { InputProblem } from '../platform/input-problem.ts';

/** Guards of the database whose refusal people can understand and act on, and the words for it. */
const guards: Readonly<Record<string, (detail: string) => string>> = {
  CS001: (detail) => `discussion.${detail === 'one-way' ? 'one-way' : 'count'}`,
  CS002: () => 'decision.at-meetings',
  CS003: () => 'team.both-sides',
};

/** What a guard of the database refused, as a problem of the form that was sent. */
export function guardProblem(error: unknown): InputProblem | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const problem = guards[String(error.code)];
  const detail = 'detail' in error ? String(error.detail) : '';
  return problem ? new InputProblem({ form: problem(detail) }) : null;
}
