import { AnalysisInputError } from '../errors.ts';
import type { Command, CommandIo } from './command.ts';
import { InputFileError } from './input-file-error.ts';
import { commands } from './registry.ts';
import { UsageError } from './usage-error.ts';

const asksForHelp = (argument: string) => argument === '--help' || argument === '-h';

/** Runs one command line (without the program's name) and returns its exit code. */
export async function main(
  args: readonly string[],
  io: CommandIo,
  known: readonly Command[] = commands,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || asksForHelp(name) || name === 'help') {
    const wanted = known.find((command) => command.name === rest[0]);
    (name === undefined ? io.stderr : io.stdout)(wanted ? commandHelp(wanted) : overview(known));
    return name === undefined ? 2 : 0;
  }
  const command = known.find((candidate) => candidate.name === name);
  if (!command) {
    io.stderr(`There is no command "${name}".\n\n${overview(known)}`);
    return 2;
  }
  if (rest.some(asksForHelp)) {
    io.stdout(commandHelp(command));
    return 0;
  }
  return runCommand(command, rest, io);
}

async function runCommand(
  command: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`${error.message}\n\n${commandHelp(command)}`);
      return 2;
    }
    if (error instanceof InputFileError || error instanceof AnalysisInputError) {
      io.stderr(`${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

function commandHelp(command: Command): string {
  return `${command.summary}\n\nUsage: concord-analyze ${command.usage}\n\nExample: concord-analyze ${command.example}\n`;
}

function overview(known: readonly Command[]): string {
  const width = Math.max(0, ...known.map((command) => command.name.length));
  const lines = known.map(
    (command) =>
      `  ${command.name.padEnd(width)}  ${command.summary}\n  ${' '.repeat(width)}  concord-analyze ${command.example}\n`,
  );
  return `concord-analyze COMMAND [FILES] [OPTIONS]\n\n${lines.join('')}\nconcord-analyze COMMAND --help explains one command. --json prints every result with documented keys.\nExit: 0 done, 1 a fault of the program, 2 input that cannot be used.\n`;
}
