import { endWith } from '../platform/program.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

/** The operator's command, as `npx concord`. */
try {
  process.exitCode = await runCommand(commands, process.argv.slice(2), process.env, {
    say: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
} catch (error) {
  endWith(error);
}
