import type { Network } from '../network/index.ts';
import { symmetrize } from '../network/index.ts';
import type { Command, CommandIo } from './command.ts';
import { buildNetwork, nodeValues } from './network/build-network.ts';
import { explain } from './network/explain.ts';
import { groupReport, type NetworkReport, networkReport } from './network/network-report.ts';
import { type NetworkSettings, networkSettings } from './network/network-settings.ts';
import type { NetworkSource } from './network/network-source.ts';
import { networkSummary } from './network/network-summary.ts';
import { readGraphml } from './network/read-graphml.ts';
import { readTables } from './network/read-tables.ts';

/** `concord-analyze network`: who works with whom, and what holds a network together. */
export const network: Command = {
  name: 'network',
  summary: 'Describes a collaboration network: ties, central people, groups, fragility.',
  usage: `network --ties FILE [--nodes FILE] [OPTIONS]
       concord-analyze network FILE.graphml [OPTIONS]
  --ties FILE            CSV, one tie a row: from, to (or source, target; ego, alter; a, b)
  --nodes FILE           CSV, one person a row: node (or id, name), and what is known of them
  --from COLUMN          where ties begin; with --to COLUMN, where they end
  --id COLUMN            who a person is, in --nodes
  --tie COLUMN           strength of a tie, 0 for none (default: "weight" when there is one)
  --scope COLUMN         ids repeat from one value of this column to the next, as from school to school
  --where COLUMN=VALUE   only rows with this value
  --undirected           a tie either way is a tie
  --weighted             PageRank, eigenvector, modularity, communities and core by strength
  --responded COLUMN     who answered (yes/no, 1/0); default everyone
  --group COLUMN         E-I index, block densities and cross-group ties for this column of people
  --explain TERM[,TERM]  QAP and MRQAP: another column of the ties, same:COLUMN or
                         difference:COLUMN of the people; --logistic adds log odds
  --permutations N       shuffles of each test (default 1000)
  --seed N               of shuffles, communities and map (default 1)
  --json                 all results, full precision; keys in the package's README`,
  example: 'network --ties ties.csv --nodes nodes.csv --group school --json',
  run: async (args, io) => {
    const settings = networkSettings(args);
    const report = await reportOn(settings, io);
    io.stdout(settings.json ? `${JSON.stringify(report, null, 1)}\n` : networkSummary(report));
    return 0;
  },
};

async function reportOn(settings: NetworkSettings, io: CommandIo): Promise<NetworkReport> {
  const source = await readSource(settings, io);
  const network = build(source, settings);
  const { weighted, permutations, seed, logistic } = settings;
  const onProgress = progressTo(io);
  const options = { weighted, permutations, seed, onProgress };
  const labels = settings.group
    ? nodeValues(source, settings.group).map(({ text }) => text)
    : undefined;
  const group = labels ? groupReport(network, settings.group!, labels, options) : null;
  const explanation = settings.explain
    ? await explain(network, source, settings.explain, { permutations, seed, logistic }, (a, b) =>
        onProgress('permutations', a, b),
      )
    : null;
  return { ...(await networkReport(network, options)), group, explanation };
}

async function readSource({ input }: NetworkSettings, io: CommandIo): Promise<NetworkSource> {
  if ('ties' in input) return readTables(input, io);
  return readGraphml(await io.readFile(input.graphml), input.graphml);
}

function build(source: NetworkSource, settings: NetworkSettings): Network {
  const built = buildNetwork(source, settings.build);
  return (settings.directed ?? source.directed ?? true) ? built : symmetrize(built);
}

/** Says how far long work is, once a second at most, and not at all when it is quick. */
function progressTo(io: CommandIo) {
  let last = performance.now();
  return (stage: string, done: number, total: number): void => {
    if (done === total || performance.now() - last < 1000) return;
    last = performance.now();
    io.stderr(`${stage}: ${Math.round((100 * done) / total)} %\n`);
  };
}
