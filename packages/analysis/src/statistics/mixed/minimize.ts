/**
 * Minimum of a function of one variable between two points, by golden sections and parabolas.
 * @complexity about forty calls of f.
 * @source Brent 1973, Algorithms for Minimization without Derivatives, chapter 5.
 */
export function minimizeBetween(f: (x: number) => number, low: number, high: number): number {
  const golden = (3 - Math.sqrt(5)) / 2;
  let [a, b] = [low, high];
  let x = a + golden * (b - a);
  let [w, v] = [x, x];
  let fx = f(x);
  let [fw, fv] = [fx, fx];
  let [step, before] = [0, 0];
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (a + b) / 2;
    const tolerance = 1e-9 * Math.abs(x) + 1e-12;
    if (Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2) break;
    const r = (x - w) * (fx - fv);
    const q = (x - v) * (fx - fw);
    const p = (x - v) * q - (x - w) * r;
    const scale = 2 * (q - r);
    const parabola = -p / scale;
    const inside = x + parabola > a + tolerance && x + parabola < b - tolerance;
    const useful = scale !== 0 && inside && Math.abs(parabola) < Math.abs(before) / 2;
    before = useful ? step : (x < middle ? b : a) - x;
    step = useful ? parabola : golden * before;
    const u = x + (Math.abs(step) >= tolerance ? step : Math.sign(step) * tolerance);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
      continue;
    }
    if (u < x) a = u;
    else b = u;
    if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
    else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
  }
  return x;
}

/**
 * Minimum of a function of few variables by Nelder and Mead's simplex, restarted until a fresh
 * simplex finds nothing better.
 * @param f  Finite where it matters; infinite outside its domain.
 * @complexity a few hundred calls of f for up to six variables.
 * @source Nelder & Mead 1965, Computer Journal 7:308-313; adaptive coefficients of Gao & Han 2012,
 *   Computational Optimization and Applications 51:259-277.
 */
export function minimize(f: (x: readonly number[]) => number, start: readonly number[]): number[] {
  let best = [...start];
  let value = f(best);
  for (let restart = 0; restart < 12; restart += 1) {
    const next = descend(f, best, 0.3 / (1 + restart));
    const improved = value - f(next);
    if (improved > 0) [best, value] = [next, f(next)];
    if (restart > 0 && improved < 1e-10 * (1 + Math.abs(value))) break;
  }
  return best;
}

type Vertex = { x: number[]; f: number };

function descend(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  size: number,
): number[] {
  const n = start.length;
  const vertex = (x: number[]): Vertex => ({ x, f: f(x) });
  const simplex = [vertex([...start])];
  for (let i = 0; i < n; i += 1) {
    simplex.push(
      vertex(start.map((v, j) => (i === j ? v + size * Math.max(0.1, Math.abs(v)) : v))),
    );
  }
  const expand = 1 + 2 / n;
  const contract = 0.75 - 1 / (2 * n);
  const shrink = n === 1 ? 0.5 : 1 - 1 / n;
  for (let step = 0; step < 800 * n; step += 1) {
    simplex.sort((a, b) => a.f - b.f);
    const [best, worst] = [simplex[0]!, simplex[n]!];
    if (isSmall(simplex)) break;
    const centre = start.map((_, j) => simplex.slice(0, n).reduce((s, v) => s + v.x[j]!, 0) / n);
    const towards = (by: number) => vertex(centre.map((c, j) => c + by * (c - worst.x[j]!)));
    const reflected = towards(1);
    if (reflected.f < best.f) {
      const further = towards(expand);
      simplex[n] = further.f < reflected.f ? further : reflected;
    } else if (reflected.f < simplex[n - 1]!.f) {
      simplex[n] = reflected;
    } else {
      const inner = towards(reflected.f < worst.f ? contract : -contract);
      if (inner.f < Math.min(worst.f, reflected.f)) simplex[n] = inner;
      else {
        for (let i = 1; i <= n; i += 1) {
          simplex[i] = vertex(simplex[i]!.x.map((v, j) => best.x[j]! + shrink * (v - best.x[j]!)));
        }
      }
    }
  }
  return simplex.sort((a, b) => a.f - b.f)[0]!.x;
}

function isSmall(simplex: readonly Vertex[]): boolean {
  const best = simplex[0]!;
  return simplex.every(({ x }) =>
    x.every((v, j) => Math.abs(v - best.x[j]!) <= 1e-7 * (0.01 + Math.abs(best.x[j]!))),
  );
}
