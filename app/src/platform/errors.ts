/** An expected refusal inside the product: the edge turns it into a page or an API answer. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly status: number;
  readonly userMessage: string;

  constructor(problem: { code: string; status: number; userMessage: string; cause?: unknown }) {
    super(`${problem.code}: ${problem.userMessage}`, { cause: problem.cause });
    this.code = problem.code;
    this.status = problem.status;
    this.userMessage = problem.userMessage;
  }
}

/** Something the person at the terminal must change: printed as its one sentence, exit 1. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}
