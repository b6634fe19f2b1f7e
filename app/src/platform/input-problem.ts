/** What is wrong with what a person typed, by field. Codes are said in words by the form's page. */
export type Problems = Record<string, string>;

/** Thrown by use-cases for what only they can judge; the page shows it beside the field and keeps what was typed. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
  readonly problems: Problems;

  constructor(problems: Problems) {
    super(`problems in ${Object.keys(problems).join(', ')}`);
    this.problems = problems;
  }
}
