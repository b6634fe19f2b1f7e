/**
 * Root of a continuous function between two points where it has opposite signs, by Chandrupatla's
 * mix of bisection and inverse quadratic interpolation, to the last digits.
 * @source Chandrupatla 1997, Advances in Engineering Software 28(3):145-149.
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  let fraction = 0.5;
  for (let step = 0; step < 400; step += 1) {
    const x = a + fraction * (b - a);
    const fx = f(x);
    let [c, fc] = [b, fb];
    if (Math.sign(fx) === Math.sign(fa)) {
      [c, fc] = [a, fa];
    } else {
      [b, fb] = [a, fa];
    }
    [a, fa] = [x, fx];
    const [best, fBest] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const tolerance = 2.3e-16 * Math.abs(best) + 1e-300;
    const limit = tolerance / Math.abs(b - a);
    if (fBest === 0 || limit > 0.5 || a === b) return best;
    fraction = nextFraction(a, b, c, fa, fb, fc);
    fraction = Math.min(1 - limit, Math.max(limit, fraction));
  }
  return a;
}

function nextFraction(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const xi = (a - b) / (c - b);
  const phi = (fa - fb) / (fc - fb);
  const interpolates = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
  if (!interpolates) return 0.5;
  const first = (fa / (fb - fa)) * (fc / (fb - fc));
  const second = ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
  return first + second;
}
