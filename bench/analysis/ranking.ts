import { seededRandom } from '../../packages/analysis/src/random.ts';
import { instantRunoff } from '../../packages/analysis/src/ranking/instant-runoff.ts';
import { pairwiseTable } from '../../packages/analysis/src/ranking/pairwise-table.ts';
import { rankedPairs } from '../../packages/analysis/src/ranking/ranked-pairs.ts';
import {
  type RankedBallot,
  rankedProfile,
} from '../../packages/analysis/src/ranking/ranked-profile.ts';
import { schulze } from '../../packages/analysis/src/ranking/schulze.ts';
import { singleTransferableVote } from '../../packages/analysis/src/ranking/single-transferable-vote.ts';
import { type BenchRow, benchRow, medianSeconds } from './support/bench-row.ts';
import { runReference } from './support/reference-program.ts';

const optionCount = 50;
const ballotCount = 10_000;

/** The reference prints its timings under these names. */
const references = {
  complete: 'pairwise complete 50x10000',
  truncated: 'pairwise truncated 3-15 ranks',
  schulze: 'schulze strongest paths + order n=50',
  pairs: 'ranked pairs n=50',
  runoff: 'irv truncated 10000',
  transfers: 'stv synthetic 50 cands 7 seats 10000',
} as const;

/** Pairwise table and Schulze for 50 options and 10,000 ballots, beside bench_ranking.py. */
export async function run(): Promise<BenchRow[]> {
  const { output, missing } = await runReference('/usr/bin/python3', 'bench_ranking.py');
  const timings = output === null ? {} : (JSON.parse(output) as Record<string, unknown>);
  const reference = (name: keyof typeof references): number | null => {
    const timing = timings[references[name]];
    const hasMedian = typeof timing === 'object' && timing !== null && 'median' in timing;
    return hasMedian ? Number(timing.median) : null;
  };
  const note = (target: string) => (missing === null ? target : `no reference: ${missing}`);
  const { options, complete, truncated } = ballots();
  const profile = rankedProfile({ options, ballots: complete });
  const short = rankedProfile({ options, ballots: truncated });
  const table = pairwiseTable(profile);
  const both = reference('complete');
  const paths = reference('schulze');
  const row = async (
    name: string,
    seconds: number | null,
    target: string,
    work: () => unknown,
  ): Promise<BenchRow> => benchRow(name, await medianSeconds(work, 15), seconds, note(target));
  const sum = both === null || paths === null ? null : both + paths;
  return [
    await row(
      `pairwise table and Schulze, ${optionCount} options x ${ballotCount} complete ballots`,
      sum,
      'target 1/20',
      () => schulze(pairwiseTable(profile)),
    ),
    await row(
      'the same, with checking the ballots first',
      sum,
      'the reference does not check',
      () => schulze(pairwiseTable(rankedProfile({ options, ballots: complete }))),
    ),
    await row('pairwise table, complete', both, 'target 1/20', () => pairwiseTable(profile)),
    await row('pairwise table, 3-15 ranks', reference('truncated'), '', () => pairwiseTable(short)),
    await row('Schulze paths and order', paths, 'target 1/20', () => schulze(table)),
    await row('ranked pairs', reference('pairs'), '', () => rankedPairs(table)),
    await row('instant runoff, 3-15 ranks', reference('runoff'), '', () => instantRunoff(short)),
    await row('transferable vote, 7 seats, 3-15 ranks', reference('transfers'), '', () =>
      singleTransferableVote(short, 7),
    ),
  ];
}

/** Ballots like the reference's: a quality of each option plus noise of each voter. */
function ballots() {
  const random = seededRandom(11);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const options = Array.from({ length: optionCount }, (_, index) => String(index + 1));
  const quality = options.map(normal);
  const complete: RankedBallot[] = Array.from({ length: ballotCount }, () => {
    const liking = quality.map((value) => value * 0.3 + normal());
    const order = [...options.keys()].sort((a, b) => liking[b]! - liking[a]!);
    return { tiers: order.map((place) => [options[place]!]) };
  });
  const truncated = complete.map(({ tiers }) => ({
    tiers: tiers.slice(0, 3 + Math.floor(random() * 13)),
  }));
  return { options, complete, truncated };
}
