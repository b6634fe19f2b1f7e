import { expect, test } from 'vitest';
import { network as concord, seededRandom } from '../src/index.ts';
import { places } from './network-data.ts';
import { sufficient } from './network-sufficient.ts';

const level = 0.05;

/** The share of false alarms over data without an effect, with its Monte Carlo bounds. */
function expectFivePercent(name: string, trials: number, pOf: (trial: number) => number): void {
  let alarms = 0;
  for (let trial = 0; trial < trials; trial++) alarms += pOf(trial) <= level ? 1 : 0;
  const error = 3 * Math.sqrt((level * (1 - level)) / trials);
  const share = alarms / trials;
  console.log(`${name}: ${share.toFixed(4)} of ${trials} at ${level}`);
  expect(Math.abs(share - level)).toBeLessThanOrEqual(error);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

const square = (n: number, value: (i: number, j: number) => number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : value(i, j))),
  );

/** Ties that depend on who sends and who receives, as real ones do; no two relations share anything. */
function relation(n: number, random: () => number): number[][] {
  const sender = Array.from({ length: n }, () => normal(random));
  const receiver = Array.from({ length: n }, () => normal(random));
  return square(n, (i, j) => sender[i]! + receiver[j]! + normal(random));
}

test('QAP correlation', () => {
  expectFivePercent('QAP, valued relations', 2000, (trial) => {
    const random = seededRandom(1000 + trial);
    const [a, b] = [relation(14, random), relation(14, random)];
    return sufficient(concord.qapCorrelation(a, b, { permutations: 199, seed: trial })).pTwoSided;
  });
});

for (const sizes of [
  [20, 20],
  [4, 36],
  [3, 10, 27],
]) {
  test(`QAP of ties and group of sizes ${sizes.join(', ')}`, () => {
    const labels = sizes.flatMap((size, g) => new Array<number>(size).fill(g));
    const same = concord.sameLabelMatrix(labels);
    expectFivePercent(`QAP, groups ${sizes.join(', ')}`, 1000, (trial) => {
      const ties = relation(labels.length, seededRandom(9000 + trial));
      const options = { permutations: 99, seed: trial };
      return sufficient(concord.qapCorrelation(ties, same, options)).pTwoSided;
    });
  });

  test(`E-I permutation with groups of ${sizes.join(', ')}`, () => {
    const labels = sizes.flatMap((size, g) => new Array<number>(size).fill(g));
    const nodes = places(labels.length);
    expectFivePercent(`E-I, groups ${sizes.join(', ')}`, 1000, (trial) => {
      const strengths = relation(labels.length, seededRandom(5000 + trial));
      const ties = strengths.flatMap((row, i) =>
        row.flatMap((value, j) =>
          i !== j && value > 0.8 ? [{ from: nodes[i]!, to: nodes[j]! }] : [],
        ),
      );
      const network = concord.createNetwork({ nodes, ties });
      const options = { permutations: 99, seed: trial };
      return sufficient(concord.eiTest(network, labels, options)).pTwoSided;
    });
  });
}

/** Predictors that go together; the first has an effect, the second none beyond it. */
function correlatedProblem(n: number, random: () => number) {
  const common = relation(n, random);
  const [own, other] = [relation(n, random), relation(n, random)];
  const first = square(n, (i, j) => common[i]![j]! + own[i]![j]!);
  const second = square(n, (i, j) => common[i]![j]! + other[i]![j]!);
  const rest = relation(n, random);
  const y = square(n, (i, j) => 0.7 * first[i]![j]! + rest[i]![j]!);
  const predictors = [
    { name: 'first', matrix: first },
    { name: 'second', matrix: second },
  ];
  return { y, predictors };
}

test('MRQAP with double semi-partialling, beside a real effect that goes together with it', () => {
  expectFivePercent('MRQAP, second predictor', 800, (trial) => {
    const { y, predictors } = correlatedProblem(20, seededRandom(2000 + trial));
    const fit = sufficient(concord.mrqap(y, predictors, { permutations: 99, seed: trial }));
    return fit.terms[2]!.pTwoSided;
  });
});

test('MRQAP of a group predictor with groups of 4 and 16', () => {
  const labels = Array.from({ length: 20 }, (_, i) => (i < 4 ? 0 : 1));
  const same = concord.sameLabelMatrix(labels);
  expectFivePercent('MRQAP, groups 4, 16', 800, (trial) => {
    const random = seededRandom(6000 + trial);
    const rest = relation(20, random);
    const near = square(20, (i, j) => same[i]![j]! + 0.5 * normal(random));
    const y = square(20, (i, j) => near[i]![j]! + rest[i]![j]!);
    const predictors = [
      { name: 'near', matrix: near },
      { name: 'same', matrix: same },
    ];
    const fit = sufficient(concord.mrqap(y, predictors, { permutations: 99, seed: trial }));
    return fit.terms[2]!.pTwoSided;
  });
});

test('MRQAP with y permuted, when nothing matters', () => {
  expectFivePercent('MRQAP, y permuted', 1500, (trial) => {
    const random = seededRandom(7000 + trial);
    const y = relation(12, random);
    const predictors = [{ name: 'x', matrix: relation(12, random) }];
    const options = { permutations: 99, seed: trial, nullHypothesis: 'permute-y' } as const;
    return sufficient(concord.mrqap(y, predictors, options)).terms[1]!.pTwoSided;
  });
});

test('logistic MRQAP with double semi-partialling', () => {
  expectFivePercent('logistic MRQAP, second predictor', 150, (trial) => {
    const random = seededRandom(3000 + trial);
    const { y, predictors } = correlatedProblem(14, random);
    const ties = y.map((row, i) => row.map((value, j) => (i !== j && value > 0.5 ? 1 : 0)));
    const fit = sufficient(
      concord.mrqapLogistic(ties, predictors, { permutations: 39, seed: trial }),
    );
    return fit.terms[2]!.pTwoSided;
  });
});
