import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { opinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { readStatements } from '../src/opinion/read-statements.ts';
import { readVotes } from '../src/opinion/read-votes.ts';
import { readReference, referenceNames, referencePath } from './reference.ts';

const fixtures = fileURLToPath(new URL('../fixtures/opinion/', import.meta.url));

interface GroupBlock {
  readonly group_sizes: Record<string, number>;
  readonly stats: Record<string, Record<string, number[]>>;
  readonly group_informed_consensus: number[];
  readonly representative: Record<string, ExpectedStatement[]>;
  readonly priority: number[];
}

export interface ExpectedStatement {
  readonly tid: number;
  readonly repful_for: string;
  readonly n_success: number;
  readonly n_trials: number;
  readonly p_success: number;
  readonly p_test: number;
  readonly repness: number;
  readonly repness_test: number;
  readonly best_agree?: boolean;
  readonly n_agree?: number;
}

/** What the independent program found in one conversation. */
export interface ExpectedLandscape {
  readonly participants: number;
  readonly statements: number;
  readonly vote_events: number;
  readonly final_votes: number;
  readonly revised_votes: number;
  readonly tids: number[];
  readonly pids: number[];
  readonly zeroed_tids: number[];
  readonly clustered_participants: number;
  readonly pca: {
    readonly center: number[];
    readonly comps: [number[], number[]];
    readonly explained_variance: [number, number];
    readonly explained_ratio: [number, number];
    readonly comment_extremity: number[];
    readonly projection: Record<string, [number, number]>;
  };
  readonly kmeans: Record<
    string,
    {
      readonly inertia: number;
      readonly silhouette: number;
      readonly sizes: number[];
      readonly centers: [number, number][];
      readonly labels: Record<string, number>;
    }
  >;
  readonly best_k: number;
  readonly consensus: Record<'agree' | 'disagree', ExpectedStatement[]>;
  readonly oracle_groups: GroupBlock;
  readonly production_groups: GroupBlock;
  readonly published_group_informed_consensus?: (number | null)[];
}

/** The conversations of the reference folder, and those kept with the project. */
export function conversationNames(): string[] {
  const kept = readdirSync(fixtures).filter((name) =>
    existsSync(`${fixtures}${name}/votes.csv.gz`),
  );
  const beside = referenceNames('polis/expected', '.json')
    .map((name) => name.replace(/\.json$/, ''))
    .filter((name) => referencePath(`polis/conversations/${name}/votes.csv`));
  return [...new Set([...kept, ...beside])].sort();
}

const kept = (path: string) => gunzipSync(readFileSync(`${fixtures}${path}.gz`)).toString();

export function conversationFile(name: string, file: string): string {
  const beside = `polis/conversations/${name}/${file}`;
  return referencePath(beside) ? readReference(beside) : kept(`${name}/${file}`);
}

export function expectedLandscape(name: string): ExpectedLandscape {
  const beside = `polis/expected/${name}.json`;
  return JSON.parse(referencePath(beside) ? readReference(beside) : kept(`${name}/expected.json`));
}

export const knownAnswers = () => JSON.parse(readFileSync(`${fixtures}known-answers.json`, 'utf8'));

/** A conversation as `opinionMatrix` gives it, its moderated statements excluded. */
export function conversation(name: string) {
  const statements = readStatements(conversationFile(name, 'comments.csv'), 'comments.csv');
  const votes = readVotes(conversationFile(name, 'votes.csv'), 'votes.csv');
  const matrix = opinionMatrix(votes, statements.excluded);
  const aboutProcess = matrix.statements.map((id) => (statements.aboutProcess.has(id) ? 1 : 0));
  return { matrix, aboutProcess };
}
