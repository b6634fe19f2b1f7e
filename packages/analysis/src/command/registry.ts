import type { Command } from './command.ts';

/** Every subcommand, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [];
