import { readElection } from '../ranking/read/read-election.ts';
import type { Command } from './command.ts';
import { rankElection } from './rank/rank-election.ts';
import { rankJson } from './rank/rank-json.ts';
import { rankSettings } from './rank/rank-settings.ts';
import { rankSummary } from './rank/rank-summary.ts';

/** `concord-analyze rank`: what a file of ballots decides, by every method that fits it. */
export const rank: Command = {
  name: 'rank',
  summary: 'Counts ballots: rankings (.blt, Debian tally), project budgets (.pb) or JSON.',
  usage: `rank FILE [OPTIONS]
  --method NAME[,NAME]   rankings: plurality, borda, copeland, schulze, ranked-pairs, irv, stv;
                         approvals or points: approval, score, seq-pav, phragmen;
                         with a budget: equal-shares, greedy. Default: all that fit the file
  --seats N              for stv, seq-pav, phragmen (default: the file's, else 1)
  --budget AMOUNT        instead of the file's
  --strength KIND        schulze, ranked-pairs: winning (default) or margin
  --unranked KIND        borda: average (default) or zero
  --unrated KIND         score: zero (default) or mean-of-rated
  --utility KIND         equal-shares: cost (default for approvals), cardinality, points
  --completion KIND      equal-shares: add-one-then-greedy (default), add-one, greedy, none
  --increment AMOUNT     equal-shares: how much shares grow in a step (default 1)
  --voices KIND          equal-ballots (default) or equal-voice for each constituency
  --top N                places that count as top priorities of a constituency (default 3)
  --persistence P        of the rank-biased overlap (default 0.9)
  --seed N               draw lots for the last ties of irv and stv from this seed
  --json                 all results as JSON; --exact writes fractions such as "19/6"`,
  example: 'rank ward.blt --method stv --json',
  run: async (args, io) => {
    const settings = rankSettings(args);
    const election = readElection(await io.readFile(settings.file), settings.file);
    const report = rankElection(election, settings, (steps) => {
      if (steps % 50 === 0) io.stderr(`equal shares: ${steps} increments ...\n`);
    });
    io.stdout(settings.json ? rankJson(report, settings.exact) : rankSummary(report));
    return 0;
  },
};
