import { availableParallelism } from 'node:os';
import { compareIds } from '../opinion/compare-ids.ts';
import { constituencyAgreement } from '../opinion/constituency-agreement.ts';
import { describeGroups } from '../opinion/describe-groups.ts';
import { groupReliability } from '../opinion/group-reliability.ts';
import { landscapeJson, type OpinionReport } from '../opinion/landscape-json.ts';
import { landscapeSummary } from '../opinion/landscape-summary.ts';
import { type OpinionLandscape, opinionLandscape } from '../opinion/opinion-landscape.ts';
import { type OpinionMatrix, opinionMatrix } from '../opinion/opinion-matrix.ts';
import { readMembership } from '../opinion/read-membership.ts';
import { readStatements, type StatementList } from '../opinion/read-statements.ts';
import { readVotes } from '../opinion/read-votes.ts';
import type { Command, CommandIo } from './command.ts';
import { InputFileError } from './input-file-error.ts';
import { parseArguments } from './parse-arguments.ts';
import { UsageError } from './usage-error.ts';

/** `concord-analyze opinion`: the landscape of a file of votes. */
export const opinion: Command = {
  name: 'opinion',
  summary: 'Maps agree, pass and disagree votes: axes, groups, what divides and what unites.',
  usage: `opinion VOTES.csv [OPTIONS]
  VOTES.csv              a vote a row (voter-id, comment-id, vote, perhaps timestamp), or a person
                         a row (participant, then a column for each statement)
  --comments FILE        statements with moderated, is-meta and comment-body; without it the file
                         comments.csv beside a votes.csv is read when there is one
  --no-comments          read no statements
  --groups FILE          also describe the groups in this file (participant, group-id)
  --group-column NAME    its column; default group-id
  --constituencies FILE  also describe declared constituencies (participant, one more column)
  --constituency-column NAME
  --raw-signs            -1 is agree, as in raw databases; in published exports 1 is
  --seed N               default 1
  --restarts N           starts of k-means for each number of groups (default by size)
  --smallest-group N     fewest people in a group (default 1)
  --minimum N            fewest people of a constituency that is described (default 5)
  --permutations N       of the structure test (default 199); --no-test leaves it out
  --json                 everything, at full precision`,
  example: 'opinion votes.csv --comments comments.csv --json',
  run: async (args, io) => {
    const settings = readSettings(args);
    const read = async (path: string) => io.readFile(path);
    const list = await statementList(settings, io);
    const format = { agreeIs: settings.agreeIs };
    const votes = readVotes(await read(settings.file), settings.file, format);
    const matrix = opinionMatrix(votes, list?.excluded);
    const aboutProcess = matrix.statements.map((id) => (list?.aboutProcess.has(id) ? 1 : 0));
    const landscape = await opinionLandscape(matrix, {
      ...settings.landscape,
      aboutProcess,
      onProgress: progressLine(io, 'landscape'),
    });
    if ('insufficient' in landscape) {
      const { need, have, what } = landscape.insufficient;
      io.stdout(
        settings.json
          ? `${JSON.stringify(landscape)}\n`
          : `Too few ${what} for a landscape: ${have} of ${need}.\n`,
      );
      return 0;
    }
    const { groupsFile, constituenciesFile } = settings;
    const membership = async (file: string, column?: string) => {
      const found = readMembership(await read(file), file, column);
      return matrix.people.map((id) => found.get(id) ?? null);
    };
    const given = groupsFile
      ? describeGiven(
          matrix,
          landscape,
          await membership(groupsFile, settings.groupColumn),
          aboutProcess,
        )
      : null;
    const constituencies = constituenciesFile
      ? constituencyAgreement(
          matrix,
          await membership(constituenciesFile, settings.constituencyColumn),
          landscape.labels,
          landscape.groupCount,
          { minimum: settings.minimum },
        )
      : null;
    const { seed } = settings.landscape;
    const onProgress = progressLine(io, 'test of the groups');
    const { permutations } = settings;
    const workers = matrix.column.length > 20_000 ? Math.min(4, availableParallelism()) : 0;
    const reliability =
      permutations === null
        ? null
        : await groupReliability(matrix, landscape, { seed, permutations, workers, onProgress });
    const report: OpinionReport = {
      matrix,
      text: list?.text ?? new Map(),
      landscape,
      given,
      constituencies,
      reliability,
      settings: {
        file: settings.file,
        comments: list?.file ?? null,
        ...settings.landscape,
        permutations,
      },
    };
    io.stdout(
      settings.json ? `${JSON.stringify(landscapeJson(report))}\n` : landscapeSummary(report),
    );
    return 0;
  },
};

function readSettings(args: readonly string[]) {
  const { values, positionals } = parseArguments(args, {
    comments: { type: 'string' },
    'no-comments': { type: 'boolean' },
    groups: { type: 'string' },
    'group-column': { type: 'string', default: 'group-id' },
    constituencies: { type: 'string' },
    'constituency-column': { type: 'string' },
    'raw-signs': { type: 'boolean' },
    seed: { type: 'string', default: '1' },
    restarts: { type: 'string' },
    'smallest-group': { type: 'string', default: '1' },
    minimum: { type: 'string', default: '5' },
    permutations: { type: 'string', default: '199' },
    'no-test': { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('A file of votes is needed.');
  if (more.length > 0) throw new UsageError(`One file of votes, not also ${more.join(', ')}.`);
  const restarts =
    values.restarts === undefined ? {} : { restarts: whole('restarts', values.restarts) };
  return {
    file,
    comments: values.comments,
    noComments: values['no-comments'] ?? false,
    groupsFile: values.groups,
    groupColumn: values['group-column'],
    constituenciesFile: values.constituencies,
    constituencyColumn: values['constituency-column'],
    agreeIs: values['raw-signs'] ? (-1 as const) : (1 as const),
    minimum: whole('minimum', values.minimum),
    permutations: values['no-test'] ? null : whole('permutations', values.permutations),
    json: values.json ?? false,
    landscape: {
      seed: whole('seed', values.seed, 0),
      smallestGroup: whole('smallest-group', values['smallest-group']),
      ...restarts,
    },
  };
}

function whole(name: string, text: string, least = 1): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`--${name} is a whole number of at least ${least}, not "${text}".`);
}

/** The statements that were named, or those beside a `votes.csv`. */
async function statementList(
  { file, comments, noComments }: ReturnType<typeof readSettings>,
  io: CommandIo,
): Promise<(StatementList & { readonly file: string }) | null> {
  if (noComments) return null;
  const beside = /^(.*[\\/])?votes\.csv$/.exec(file);
  const path = comments ?? (beside ? `${beside[1] ?? ''}comments.csv` : undefined);
  if (path === undefined) return null;
  try {
    return { ...readStatements(await io.readFile(path), path), file: path };
  } catch (error) {
    const isAbsent = error instanceof InputFileError && error.line === 0;
    if (comments === undefined && isAbsent) return null;
    throw error;
  }
}

function describeGiven(
  matrix: OpinionMatrix,
  { axes }: OpinionLandscape,
  membership: readonly (string | null)[],
  aboutProcess: readonly number[],
) {
  const names = [...new Set(membership.filter((name) => name !== null))].sort(compareIds);
  const labels = membership.map((name) => (name === null ? -1 : names.indexOf(name)));
  return { names, groups: describeGroups(matrix, axes, labels, names.length, aboutProcess) };
}

/** Says how far long work is, at most once a second and not for short work. */
function progressLine(io: CommandIo, what: string) {
  let last = performance.now();
  return (share: number) => {
    const now = performance.now();
    if (now - last < 1000) return;
    last = now;
    io.stderr(`${what}: ${Math.round(100 * share)} %\n`);
  };
}
