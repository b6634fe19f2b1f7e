import type { Command } from './command.ts';
import { mixed } from './mixed.ts';
import { network } from './network.ts';
import { opinion } from './opinion.ts';
import { rank } from './rank.ts';
import { regress } from './regress.ts';
import { reliability } from './reliability.ts';
import { runchart } from './runchart.ts';
import { suppress } from './suppress.ts';

/** Every subcommand, in the order in which `--help` lists them. */
export const commands: readonly Command[] = [
  opinion,
  rank,
  network,
  regress,
  mixed,
  reliability,
  runchart,
  suppress,
];
