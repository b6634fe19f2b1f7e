import { parseArguments } from '../parse-arguments.ts';
import { UsageError } from '../usage-error.ts';
import type { BuildOptions } from './build-network.ts';
import type { TableOptions } from './read-tables.ts';

export interface NetworkSettings {
  readonly input: { readonly graphml: string } | TableOptions;
  /** Undefined: as the file says, else directed. */
  readonly directed: false | undefined;
  readonly build: BuildOptions;
  readonly weighted: boolean;
  readonly group: string | undefined;
  readonly explain: string | undefined;
  readonly logistic: boolean;
  readonly permutations: number;
  readonly seed: number;
  readonly json: boolean;
}

/** What the command line asks for. */
export function networkSettings(args: readonly string[]): NetworkSettings {
  const { values, positionals } = parseArguments(args, {
    ties: { type: 'string' },
    nodes: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    id: { type: 'string' },
    scope: { type: 'string' },
    where: { type: 'string' },
    tie: { type: 'string' },
    weighted: { type: 'boolean', default: false },
    undirected: { type: 'boolean', default: false },
    responded: { type: 'string' },
    group: { type: 'string' },
    explain: { type: 'string' },
    logistic: { type: 'boolean', default: false },
    permutations: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  });
  const { ties, nodes, from, to, id, scope, where, tie, responded } = values;
  const [graphml, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is one file too many.`);
  if ((graphml === undefined) === (ties === undefined)) {
    throw new UsageError('Give either --ties FILE or one GraphML file.');
  }
  if (graphml !== undefined && (nodes ?? from ?? to ?? id ?? scope ?? where) !== undefined) {
    throw new UsageError('--nodes, --from, --to, --id, --scope and --where go with --ties.');
  }
  if (values.logistic && values.explain === undefined) {
    throw new UsageError('--logistic goes with --explain.');
  }
  return {
    input: ties === undefined ? { graphml: graphml! } : { ties, nodes, from, to, id, scope, where },
    directed: values.undirected ? false : undefined,
    build: { tie, responded },
    weighted: values.weighted,
    group: values.group,
    explain: values.explain,
    logistic: values.logistic,
    permutations: wholeNumber('permutations', values.permutations),
    seed: wholeNumber('seed', values.seed),
    json: values.json,
  };
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value)) return value;
  throw new UsageError(`--${option} needs a whole number, not "${text}".`);
}
