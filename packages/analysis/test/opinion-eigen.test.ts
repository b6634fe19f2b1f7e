import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadingEigenpairs } from '../src/opinion/leading-eigenpairs.ts';
import { symmetricEigen } from '../src/opinion/symmetric-eigen.ts';
import { denseOperator } from '../src/opinion/symmetric-operator.ts';
import { seededRandom } from '../src/random.ts';

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

function scatterOf(rows: number[][], size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
  });
}

const scatters = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const row = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: size, maxLength: size });
  return fc.array(row, { maxLength: 9 }).map((rows) => ({ size, full: scatterOf(rows, size) }));
});

test('every pair satisfies the defining equation and the vectors are orthonormal', () => {
  fc.assert(
    fc.property(scatters, ({ size, full }) => {
      const { values, vectors } = symmetricEigen(full, size);
      const scale = Math.max(1, values[0]!);
      vectors.forEach((vector, r) => {
        for (let i = 0; i < size; i++) {
          const image = dot(full.slice(i * size, (i + 1) * size), vector);
          expect(Math.abs(image - values[r]! * vector[i]!)).toBeLessThan(1e-12 * scale);
        }
        vectors.forEach((other, s) => {
          expect(Math.abs(dot(vector, other) - (r === s ? 1 : 0))).toBeLessThan(1e-12);
        });
      });
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the two leading pairs are those of the full solution, double eigenvalues included', () => {
  fc.assert(
    fc.property(scatters, fc.nat(), ({ size, full }, seed) => {
      const random = seededRandom(seed);
      const start = [0, 1].map(() => Float64Array.from({ length: size }, () => random() - 0.5));
      const { values } = leadingEigenpairs(denseOperator(full), start);
      const all = symmetricEigen(full, size).values;
      const scale = Math.max(1, all[0]!);
      expect(Math.abs(values[0]! - all[0]!)).toBeLessThan(1e-11 * scale);
      expect(Math.abs(values[1]! - Math.max(0, all[1] ?? 0))).toBeLessThan(1e-11 * scale);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('a large matrix with a double leading eigenvalue and restarts', () => {
  const size = 300;
  const full = new Float64Array(size * size);
  for (let i = 0; i < size; i++) full[i * size + i] = i < 2 ? 10 : 9.99 * (1 - i / size);
  const random = seededRandom(3);
  const start = [0, 1].map(() => Float64Array.from({ length: size }, () => random() - 0.5));
  const { values, vectors, residuals } = leadingEigenpairs(denseOperator(full), start);
  expect(values[0]).toBeCloseTo(10, 10);
  expect(values[1]).toBeCloseTo(10, 10);
  expect(Math.abs(dot(vectors[0]!, vectors[1]!))).toBeLessThan(1e-12);
  expect(Math.max(...residuals)).toBeLessThan(1e-11);
});
