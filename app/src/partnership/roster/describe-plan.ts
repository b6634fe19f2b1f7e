import type { InputProblem } from '../../platform/input-problem.ts';
import { translate, type WordValues } from '../../ui/catalogue.ts';
import { countPlan, type ImportPlan, looksCut } from './import-plan.ts';
import { rosterWords } from './roster.words.ts';
import { summaryOf } from './summary-words.ts';

type Key = keyof (typeof rosterWords)['messages']['en'];
const t = (key: Key, values?: WordValues) => translate(rosterWords, 'en', key, values);

/** A plan as lines for a terminal: the summary, the seats concerned, every line that is named. */
export function describePlan(plan: ImportPlan, source = ''): string[] {
  return [
    ...summaryOf(t, source, plan, countPlan(plan)).map(({ term, value }) => `${term}: ${value}`),
    ...(plan.complete ? [] : [t('partial')]),
    ...(looksCut(plan) ? [t('cut')] : []),
    ...plan.terms.map(
      ({ person, seat, organization, change }) =>
        `${person}, ${seat}, ${organization}. ${t(`term.${change}`, { organization })}`,
    ),
    ...plan.problems.map(
      ({ file, line, column, code, leftOut }) =>
        `${file}:${line}${column ? ` (${column})` : ''}: ${t(`problem.${code}`)} [${t(leftOut ? 'lines.left-out' : 'lines.used')}]`,
    ),
  ];
}

/** Why a package cannot be read at all, as one sentence. */
export function sayProblem({ problems }: InputProblem): string {
  const codes = Object.values(problems).map((code) => `problem.${code.split('.')[1]}`);
  return codes.map((key) => t(key as Key)).join(' ');
}
