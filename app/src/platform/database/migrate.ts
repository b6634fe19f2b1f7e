import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { OperatorError } from '../errors.ts';
import { projectRoot } from '../project-root.ts';
import type { RoleNames } from './roles.ts';

export type Migration = { name: string; sha256: string; sql: string };

export type MigrationStatus = { applied: string[]; pending: Migration[] };

/** Any number, as long as it is always this one. */
const advisoryLock = 5_872_093_114;

export type MigrateOptions = {
  owner: pg.Pool;
  roles: RoleNames;
  folder?: string;
  /** Those of an older version, by name; without it all there are. */
  only?: readonly string[];
  onStep?: (text: string) => void;
};

/** Applies what is pending, each file in its own transaction, one process at a time. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const migrations = readMigrations(options.folder ?? migrationsFolder()).filter(
    ({ name }) => options.only?.includes(name) ?? true,
  );
  const done: string[] = [];
  for (;;) {
    const name = await applyNext(options, migrations);
    if (name === null) return done;
    options.onStep?.(`Database brought up to ${name}`);
    done.push(name);
  }
}

/** What is applied and what is not; refuses a database that does not fit this code. */
export async function migrationStatus(
  client: Pick<pg.ClientBase, 'query'>,
  folder = migrationsFolder(),
): Promise<MigrationStatus> {
  return compare(readMigrations(folder), await readApplied(client));
}

/** The folder of this project's migrations. */
export const migrationsFolder = () => join(projectRoot(), 'app', 'migrations');

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

async function applyNext(options: MigrateOptions, migrations: Migration[]): Promise<string | null> {
  const client = await options.owner.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock]);
    await client.query(`create table if not exists platform_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const next = compare(migrations, await readApplied(client)).pending[0];
    if (next) {
      await client.query(withRoles(next.sql, options.roles)).catch((error: Error) => {
        throw new OperatorError(
          `The database could not be brought up to ${next.name} (${error.message}); nothing of that step was kept.`,
        );
      });
      await client.query('insert into platform_migration (name, sha256) values ($1, $2)', [
        next.name,
        next.sha256,
      ]);
    }
    await client.query('commit');
    return next?.name ?? null;
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first failure is the one to tell
    throw error;
  } finally {
    client.release();
  }
}

async function readApplied(client: Pick<pg.ClientBase, 'query'>) {
  const known = await client.query(`select to_regclass('platform_migration') as found`);
  if (known.rows[0].found === null) return [];
  const { rows } = await client.query('select name, sha256 from platform_migration order by name');
  return rows as { name: string; sha256: string }[];
}

/** Refuses what was applied elsewhere and does not fit this code. */
export function requireKnown(applied: { name: string; sha256: string }[]): void {
  compare(readMigrations(migrationsFolder()), applied);
}

function compare(
  migrations: Migration[],
  applied: { name: string; sha256: string }[],
): MigrationStatus {
  const files = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of applied) {
    const file = files.get(name);
    if (!file) {
      throw new OperatorError(
        `The database was already used by a newer Concord (it has ${name}, which this version does not know); start that version, or restore a backup.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new OperatorError(
        `The migration ${name} differs from the one that was applied to this database; put the original file back.`,
      );
    }
  }
  const names = new Set(applied.map(({ name }) => name));
  return {
    applied: [...names],
    pending: migrations.filter(({ name }) => !names.has(name)),
  };
}

function withRoles(sql: string, roles: RoleNames): string {
  return sql
    .replaceAll('{{app}}', pg.escapeIdentifier(roles.app))
    .replaceAll('{{auth}}', pg.escapeIdentifier(roles.auth));
}
