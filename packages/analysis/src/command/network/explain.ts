import {
  createNetwork,
  differenceMatrix,
  type Mrqap,
  type MrqapLogistic,
  mrqapInThreads,
  mrqapLogisticInThreads,
  type Network,
  type PermutationOptions,
  type Predictor,
  type QapCorrelation,
  qapCorrelationInThreads,
  sameLabelMatrix,
  symmetrize,
  type TieMatrix,
  tieMatrix,
} from '../../network/index.ts';
import type { Insufficient } from '../../statistics/insufficient.ts';
import { UsageError } from '../usage-error.ts';
import { nodeValues, tiesBy } from './build-network.ts';
import type { NetworkSource } from './network-source.ts';

export interface Explanation {
  /** Each predictor by itself. */
  readonly qap: readonly ({ readonly name: string } & (QapCorrelation | Insufficient))[];
  /** All predictors together, least squares. */
  readonly mrqap: Mrqap | Insufficient;
  /** The same with y permuted. */
  readonly mrqapPermuteY: Mrqap | Insufficient;
  /** All predictors together, logistic; null unless asked for. */
  readonly logistic: MrqapLogistic | Insufficient | null;
}

/**
 * Explains ties by other relations and by what people have in common.
 * @param terms  `COLUMN` of the ties, `same:COLUMN` or `difference:COLUMN` of the people, by commas.
 */
export async function explain(
  network: Network,
  source: NetworkSource,
  terms: string,
  options: PermutationOptions & { readonly logistic: boolean },
  onProgress: (done: number, total: number) => void,
): Promise<Explanation> {
  if (network.responded.includes(false)) {
    throw new UsageError('--explain needs answers from everyone; leave out who did not respond.');
  }
  const predictors = terms.split(',').map((term) => predictor(network, source, term.trim()));
  const { permutations, seed, logistic } = options;
  const settings = { permutations, seed, directed: network.directed };
  const y = tieMatrix(network, 'tie');
  const qap: Explanation['qap'][number][] = [];
  for (const { name, matrix } of predictors) {
    qap.push({ name, ...(await qapCorrelationInThreads(y, matrix, settings)) });
  }
  const watch = { onProgress };
  const permuteY = { ...settings, nullHypothesis: 'permute-y' } as const;
  return {
    qap,
    mrqap: await mrqapInThreads(y, predictors, settings, watch),
    mrqapPermuteY: await mrqapInThreads(y, predictors, permuteY, watch),
    logistic: logistic ? await mrqapLogisticInThreads(y, predictors, settings, watch) : null,
  };
}

function predictor(network: Network, source: NetworkSource, term: string): Predictor {
  const [, kind, column] = /^(same|difference):(.+)$/.exec(term) ?? [];
  if (kind === 'same') {
    const labels = nodeValues(source, column!).map(({ text }) => text);
    return { name: term, matrix: sameLabelMatrix(labels) };
  }
  if (kind === 'difference') return { name: term, matrix: differences(source, column!) };
  const other = createNetwork({ nodes: network.nodes, ties: tiesBy(source, term) });
  return { name: term, matrix: tieMatrix(network.directed ? other : symmetrize(other)) };
}

function differences(source: NetworkSource, column: string): TieMatrix {
  return differenceMatrix(
    nodeValues(source, column).map(({ text, row }) => {
      const value = Number(text);
      return Number.isFinite(value) ? value : row.fail(`"${text}" is no number`, column);
    }),
  );
}
