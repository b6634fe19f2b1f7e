import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Matrix, type Tally, tryReads, tryWrites } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';

let matrix: Matrix;
beforeAll(async () => {
  matrix = await buildMatrix();
});
afterAll(() => matrix.world.close());

const secured = () => matrix.tables.filter((table) => table.secured);

describe('every table', () => {
  test('is secured, and has something in it that somebody could read', () => {
    const open = matrix.tables.filter(({ secured, granted }) => !secured && granted.select);
    expect(open.map(({ name }) => name)).toEqual([]);
    expect(secured().filter(({ rows }) => rows.length === 0)).toEqual([]);
    expect(secured().filter(({ key }) => key.length === 0)).toEqual([]);
  });

  test('is read by those it was written for, and by nobody else', async () => {
    const tally: Tally = { pairs: 0, failures: [] };
    for (const actor of matrix.world.actors) await tryReads(matrix, actor, matrix.tables, tally);
    expect(tally.failures).toEqual([]);
    console.log(`${tally.pairs.toLocaleString('en')} pairs of actor and row read`);
  });

  test('is written by those whose business it is, and by nobody else', async () => {
    const tally: Tally = { pairs: 0, failures: [] };
    for (const actor of matrix.world.actors) await tryWrites(matrix, actor, secured(), tally);
    expect(tally.failures).toEqual([]);
    console.log(`${tally.pairs.toLocaleString('en')} pairs of actor and row written`);
  });
});
