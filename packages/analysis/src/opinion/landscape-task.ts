import { bestKMeans } from './best-k-means.ts';
import type { Clustering } from './k-means.ts';
import { permutedVariances } from './leading-variance.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import type { Coordinates } from './person-positions.ts';
import { resampleGroups } from './resample-groups.ts';
import { type SilhouetteOrder, silhouettesAt } from './silhouette.ts';

type Range = readonly [from: number, to: number];

/** A piece of the landscape's long work, small enough to be sent to a worker. */
export type LandscapeTask =
  | {
      readonly kind: 'k-means';
      readonly points: Coordinates;
      readonly k: number;
      readonly starts: Range;
      readonly seed: number;
    }
  | { readonly kind: 'silhouette'; readonly order: SilhouetteOrder; readonly at: Int32Array }
  | {
      readonly kind: 'permute';
      readonly matrix: OpinionMatrix;
      readonly range: Range;
      readonly seed: number;
    }
  | {
      readonly kind: 'resample';
      readonly matrix: OpinionMatrix;
      readonly k: number;
      readonly range: Range;
      readonly seed: number;
    };

export interface LandscapeAnswer {
  readonly 'k-means': Clustering | null;
  readonly silhouette: Float64Array[];
  readonly permute: Float64Array;
  readonly resample: (Uint8Array | null)[];
}

/** Does one piece of work; the same wherever it runs. */
export function runLandscapeTask<T extends LandscapeTask>(task: T): LandscapeAnswer[T['kind']];
export function runLandscapeTask(task: LandscapeTask): LandscapeAnswer[LandscapeTask['kind']] {
  switch (task.kind) {
    case 'k-means':
      return bestKMeans(task.points, task.k, task.starts, task.seed);
    case 'silhouette':
      return silhouettesAt(task.order, task.at);
    case 'permute':
      return permutedVariances(task.matrix, task.range, task.seed);
    case 'resample':
      return resampleGroups(task.matrix, task.k, task.range, task.seed);
  }
}
