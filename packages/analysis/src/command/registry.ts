import type { Command } from './command.ts';
import { rank } from './rank.ts';

/** Every subcommand, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [rank];
