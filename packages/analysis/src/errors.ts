/** An argument that breaks a function's contract; `argument` names which one. */
export class AnalysisInputError extends Error {
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(`${argument}: ${message}`);
    this.name = 'AnalysisInputError';
    this.argument = argument;
  }
}
