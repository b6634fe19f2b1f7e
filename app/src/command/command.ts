import type { ParseArgsOptionsConfig } from 'node:util';
import type { Environment } from '../platform/environment.ts';

/** What a person typed after the name of a command. */
export type CommandInput = {
  positionals: string[];
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
  environment: Environment;
  say: (line: string) => void;
};

/** One subcommand of the operator's `concord`. */
export type Command = {
  /** One or two words: `status`, `audit verify`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What comes after the name: `[--json]`. */
  usage: string;
  /** What to know before using it; one paragraph. */
  details: string;
  example: string;
  options?: ParseArgsOptionsConfig;
  /** How many words may follow the name. */
  positionals?: { least: number; most: number };
  /** Resolves with the exit code: 0 done, 1 refused (after saying why). */
  run(input: CommandInput): Promise<0 | 1>;
};

/** What was typed cannot be meant: shown with the way to help, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
