import { pathsThrough, type TieRows } from './betweenness-kernel.ts';
import { type MrqapProblem, permuteResiduals } from './mrqap-kernel.ts';
import { type LogisticProblem, permuteLogistic } from './mrqap-logistic-kernel.ts';
import type { PermutationSlice } from './permutation.ts';
import { permuteCorrelation, type QapProblem } from './qap-kernel.ts';
import type { Slice } from './workload.ts';

/** Work that can be cut into slices and done in any order, in any thread. */
export type SliceTask =
  | {
      readonly kind: 'betweenness';
      readonly out: TieRows;
      readonly received: TieRows;
      readonly slices: readonly Slice[];
    }
  | {
      readonly kind: 'qap';
      readonly problem: QapProblem;
      readonly slices: readonly PermutationSlice[];
    }
  | {
      readonly kind: 'mrqap';
      readonly problem: MrqapProblem;
      readonly slices: readonly PermutationSlice[];
    }
  | {
      readonly kind: 'mrqap-logistic';
      readonly problem: LogisticProblem;
      readonly slices: readonly PermutationSlice[];
    };

/** One slice of a task. */
export function runSlice(task: SliceTask, slice: number): Float64Array {
  switch (task.kind) {
    case 'betweenness': {
      const { first, last } = task.slices[slice]!;
      return pathsThrough(task.out, task.received, first, last);
    }
    case 'qap':
      return permuteCorrelation(task.problem, task.slices[slice]!);
    case 'mrqap':
      return permuteResiduals(task.problem, task.slices[slice]!);
    case 'mrqap-logistic':
      return permuteLogistic(task.problem, task.slices[slice]!);
  }
}
