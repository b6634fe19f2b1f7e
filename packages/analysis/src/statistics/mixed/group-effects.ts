import { backward } from '../linear/solve-symmetric.ts';
import type { CrossProducts } from './cross-products.ts';
import type { Profile } from './profile.ts';
import { reduceGroup } from './profile.ts';

/** Each group's departure from the average, shrunk by what is known of it. */
export function groupEffects(data: CrossProducts, factor: readonly Float64Array[], best: Profile) {
  return data.groups.map((group) => {
    const reduced = reduceGroup(group, factor)!;
    const rest = reduced.y.map((value, i) => {
      let sum = value;
      for (let j = 0; j < best.coefficients.length; j += 1) {
        sum -= reduced.q[i]![j]! * best.coefficients[j]!;
      }
      return sum;
    });
    const u = backward(reduced.lower, rest);
    const values = factor.map((row) => row.reduce((sum, value, a) => sum + value * u[a]!, 0));
    return { group: group.label, values };
  });
}
