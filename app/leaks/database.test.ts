import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asActor, type Matrix, tryReads, tryWrites } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';
import { Tally } from './tally.ts';
import { together } from './together.ts';

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
    const tally = new Tally();
    await together(matrix.world.actors, (actor) => tryReads(matrix, actor, matrix.tables, tally));
    expect(tally.failures).toEqual([]);
    tally.say('of actor and row read');
  });

  test('is written by those whose business it is, and by nobody else', async () => {
    const tally = new Tally();
    for (const actor of matrix.world.actors) await tryWrites(matrix, actor, secured(), tally);
    expect(tally.failures).toEqual([]);
    tally.say('of actor and row written');
  });

  test('never names who raised a voice without a name, except to themselves', async () => {
    const { actors, unnamed } = matrix.world;
    const failures: string[] = [];
    for (const actor of actors.filter(({ way }) => way.by !== 'sign-in role')) {
      const shown = await asActor(matrix, actor, async (client) => {
        const rows: string[] = [];
        for (const { name } of matrix.tables.filter(({ granted }) => granted.select)) {
          const found = await client.query<{ row: string }>(
            `select to_jsonb(t)::text as row from ${name} t`,
          );
          rows.push(...found.rows.map(({ row }) => `${name} ${row}`));
        }
        return rows;
      });
      for (const { id, author } of unnamed.filter(
        (each) => each.author.personId !== actor.seat?.personId,
      ))
        failures.push(
          ...shown
            .filter(
              (row) =>
                row.includes(id) && (row.includes(author.personId) || row.includes(author.seatId)),
            )
            .map((row) => `${actor.key} reads who raised ${id} in ${row}`),
        );
    }
    expect(failures).toEqual([]);
  });

  test('is out of reach of the sign-in role, by a function too', async () => {
    const { rows } = await matrix.world.here.database.auth.query<{ name: string }>(
      `select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace
         and has_function_privilege(oid, 'execute') and proname not like 'leak\\_try\\_%'`,
    );
    expect(rows).toEqual([]);
  });
});
