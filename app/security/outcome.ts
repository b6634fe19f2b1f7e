/** How a class went: one line of the table. */
export interface Outcome {
  name: string;
  requests: number;
  /** How often each status was answered. */
  answers: string;
  failures: string[];
}

export function outcomeOf(
  name: string,
  requests: number,
  statuses: readonly number[],
  failures: string[],
): Outcome {
  const counts = new Map<number, number>();
  for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  const answers = [...counts].sort(([a], [b]) => a - b).map(([status, n]) => `${status} × ${n}`);
  return { name, requests, answers: answers.join(', '), failures };
}

export function tableOf(outcomes: readonly Outcome[]): string {
  return outcomes
    .map(
      ({ name, requests, answers }) => `${name.padEnd(26)}${`${requests}`.padStart(5)}  ${answers}`,
    )
    .join('\n');
}
