import { parseArgs } from 'node:util';
import { readEnvironment } from '../platform/environment.ts';
import { OperatorError } from '../platform/errors.ts';
import { concordVersion } from '../platform/project-root.ts';
import { type Command, UsageError } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';

export type CommandOutput = { say: (line: string) => void; complain: (line: string) => void };

/** Runs what was typed and gives the exit code: 0 done, 1 refused with a sentence, 2 wrong usage. */
export async function runCommand(
  commands: Command[],
  words: string[],
  source: NodeJS.ProcessEnv,
  { say, complain }: CommandOutput,
): Promise<number> {
  try {
    const [first] = words;
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      say(generalHelp(commands, words.length > 1 ? find(commands, words.slice(1)) : undefined));
      return 0;
    }
    if (first === '--version') {
      say(concordVersion());
      return 0;
    }
    const command = find(commands, words);
    const input = parse(command, words.slice(command.name.split(' ').length));
    if (input.options.help) {
      say(commandHelp(command));
      return 0;
    }
    requirePositionals(command, input.positionals.length);
    return await command.run({ ...input, environment: readEnvironment(source), say });
  } catch (error) {
    if (error instanceof OperatorError) complain(error.message);
    else if (error instanceof UsageError) complain(error.message);
    else throw error;
    return error instanceof UsageError ? 2 : 1;
  }
}

function find(commands: Command[], words: string[]): Command {
  const typed = words.filter((word) => !word.startsWith('-'));
  const found = commands.find(({ name }) =>
    name.split(' ').every((word, index) => words[index] === word),
  );
  if (found) return found;
  throw new UsageError(
    `There is no command “${typed.join(' ')}”; npx concord --help lists them all.`,
  );
}

function parse(command: Command, args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return { options: values, positionals };
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message.split('. ')[0]}. See npx concord ${command.name} --help.`,
    );
  }
}

function requirePositionals(command: Command, count: number): void {
  const { least, most } = command.positionals ?? { least: 0, most: 0 };
  if (count >= least && count <= most) return;
  throw new UsageError(
    `It is used as: npx concord ${command.name} ${command.usage}. See npx concord ${command.name} --help.`,
  );
}
