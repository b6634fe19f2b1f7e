/**
 * Without any one policy the matrix fails. Tried for each row-level policy of the migrated database
 * in two ways: the policy is dropped, and the policy lets everything through. After each of them the
 * database's part of the matrix runs again for the table concerned, and must report at least one
 * difference. Then the policy is put back as it was.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Matrix, tryReads, tryWrites } from './database-matrix.ts';
import { buildMatrix } from './matrix.ts';
import type { LeakActor } from './may-see.ts';
import type { LeakTable } from './tables.ts';
import { Tally } from './tally.ts';

interface Policy {
  table: string;
  name: string;
  permissive: boolean;
  command: 'select' | 'insert' | 'update' | 'delete' | 'all';
  roles: string;
  using: string | null;
  check: string | null;
}

let matrix: Matrix;
let policies: Policy[];
const readPolicies = async () => {
  const { rows } = await matrix.world.here.database.owner.query<Policy>(
    `select format('%I.%I', schemaname, tablename) as table, policyname as name,
       permissive = 'PERMISSIVE' as permissive, lower(cmd) as command,
       (select string_agg(quote_ident(r), ', ') from unnest(roles) r) as roles, qual as using, with_check as check
     from pg_policies order by 1, 2`,
  );
  return rows;
};
beforeAll(async () => {
  matrix = await buildMatrix();
  policies = await readPolicies();
});
afterAll(() => matrix.world.close());

const sql = (statement: string) => matrix.world.here.database.owner.query(statement);
const on = ({ name, table }: Policy) => `"${name}" on ${table}`;
const creation = (policy: Policy) =>
  `create policy ${on(policy)} as ${policy.permissive ? 'permissive' : 'restrictive'}
   for ${policy.command} to ${policy.roles}
   ${policy.using === null ? '' : `using (${policy.using})`}
   ${policy.check === null ? '' : `with check (${policy.check})`}`;
const opened = (policy: Policy): Policy => ({
  ...policy,
  using: policy.using === null ? null : 'true',
  check: policy.check === null ? null : 'true',
});
const isOpen = (policy: Policy) => JSON.stringify(opened(policy)) === JSON.stringify(policy);

/** Those who tell most first: the run ends with the first difference. */
const order = [
  'visitor',
  'superintendent',
  'principal',
  'guest by receipt',
  'guest by link',
  'sign-in role',
];
const inOrder = (actors: readonly LeakActor[]) => [
  ...order.flatMap((key) => actors.filter((actor) => actor.key === key)),
  ...actors.filter(({ key }) => !order.includes(key)),
];

/** The first difference from the design that the matrix finds in these tables. */
async function firstFailure(tables: readonly LeakTable[], command: Policy['command']) {
  const tally = new Tally();
  for (const actor of inOrder(matrix.world.actors)) {
    if (command === 'select' || command === 'all') await tryReads(matrix, actor, tables, tally);
    if (command !== 'select') await tryWrites(matrix, actor, tables, tally);
    if (tally.failures.length > 0) return tally.failures[0];
  }
  return null;
}

test('without any one policy the matrix fails', async () => {
  const unnoticed: string[] = [];
  let tried = 0;
  for (const policy of policies) {
    const table = matrix.tables.find(({ name }) => name === policy.table)!;
    const statements = [`drop policy ${on(policy)}`];
    if (!isOpen(policy)) statements.push(`drop policy ${on(policy)}; ${creation(opened(policy))}`);
    for (const [place, statement] of statements.entries()) {
      await sql(statement);
      tried += 1;
      try {
        const noticed = await firstFailure([table], policy.command);
        if (!noticed) unnoticed.push(`${on(policy)} ${place === 0 ? 'dropped' : 'opened'}`);
      } finally {
        await sql(`drop policy if exists ${on(policy)}; ${creation(policy)}`);
      }
    }
  }
  expect(await readPolicies()).toEqual(policies);
  console.log(`${policies.length} policies, ${tried} removals`);
  expect(unnoticed).toEqual([]);
});
