/** What a command may touch of the outside world. */
export interface CommandIo {
  /** Results. Called with whole lines, ending in a line break. */
  readonly stdout: (text: string) => void;
  /** Progress and complaints. */
  readonly stderr: (text: string) => void;
  /** The text of a file as UTF-8, a leading byte order mark removed; `InputFileError` when there is none. */
  readonly readFile: (path: string) => Promise<string>;
}

/** One subcommand of `concord-analyze`. */
export interface Command {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** Arguments and options, one line each; the first line is the call itself. */
  readonly usage: string;
  /** A command line that works, without the program's name: `rank ballots.blt --method stv`. */
  readonly example: string;
  /**
   * @param args  What follows the subcommand's name.
   * @returns The exit code: 0 done, 2 for input that cannot be used.
   * @throws {UsageError | InputFileError | AnalysisInputError} which the caller prints, with exit 2.
   */
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}
