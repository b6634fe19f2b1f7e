import { bestKMeans } from './best-k-means.ts';
import type { Clustering } from './k-means.ts';
import type { Coordinates } from './person-positions.ts';
import { type SilhouetteOrder, silhouettesAt } from './silhouette.ts';

/** A piece of the landscape's long work, small enough to be sent to a worker. */
export type LandscapeTask =
  | {
      readonly kind: 'k-means';
      readonly points: Coordinates;
      readonly k: number;
      readonly starts: readonly [from: number, to: number];
      readonly seed: number;
    }
  | { readonly kind: 'silhouette'; readonly order: SilhouetteOrder; readonly at: Int32Array };

export interface LandscapeAnswer {
  readonly 'k-means': Clustering | null;
  readonly silhouette: Float64Array[];
}

/** Does one piece of work; the same wherever it runs. */
export function runLandscapeTask<T extends LandscapeTask>(task: T): LandscapeAnswer[T['kind']];
export function runLandscapeTask(task: LandscapeTask): LandscapeAnswer[LandscapeTask['kind']] {
  return task.kind === 'k-means'
    ? bestKMeans(task.points, task.k, task.starts, task.seed)
    : silhouettesAt(task.order, task.at);
}
