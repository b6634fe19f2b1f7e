import { databaseExists, joinDatabase } from '../platform/database/join-database.ts';
import { migrationStatus } from '../platform/database/migrate.ts';
import { concordVersion } from '../platform/project-root.ts';
import type { Command, CommandInput } from './command.ts';

export const statusCommand: Command = {
  name: 'status',
  summary: 'Show version, database, migrations and data folder',
  usage: '[--json]',
  details:
    'Reads and changes nothing. It works while Concord runs, and when it does not it opens the database for a moment.',
  example: 'npx concord status --json',
  options: { json: { type: 'boolean' } },
  async run({ environment, options, say }) {
    const version = concordVersion();
    const database = await databaseStatus(environment);
    if (options.json) {
      say(JSON.stringify({ version, dataFolder: environment.dataFolder, database }, null, 2));
      return 0;
    }
    say(`Concord      ${version}`);
    say(`Data folder  ${environment.dataFolder}`);
    if (!database) {
      say('Database     none yet; npm start makes it');
      return 0;
    }
    const kind = database.kind === 'embedded' ? 'its own' : 'by DATABASE_URL';
    say(`Database     PostgreSQL ${database.version}, ${kind}`);
    say(`Migrations   ${database.applied} applied, ${database.pending.length} pending`);
    for (const name of database.pending) say(`             pending: ${name}`);
    return 0;
  },
};

async function databaseStatus({ dataFolder, databaseUrl }: CommandInput['environment']) {
  const where = { dataFolder, databaseUrl, purpose: 'status' };
  if (!databaseExists(where)) return null;
  const database = await joinDatabase(where);
  try {
    const { applied, pending } = await migrationStatus(database.owner);
    const names = pending.map(({ name }) => name);
    return { ...(await database.describe()), applied: applied.length, pending: names };
  } finally {
    await database.close();
  }
}
