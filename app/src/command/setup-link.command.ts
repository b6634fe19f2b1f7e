import { systemClock } from '../platform/clock.ts';
import { databaseExists, joinDatabase } from '../platform/database/join-database.ts';
import { migrationStatus } from '../platform/database/migrate.ts';
import { OperatorError } from '../platform/errors.ts';
import { systemRandom } from '../platform/random.ts';
import type { Command } from './command.ts';
import { createSetupLink } from './create-setup-link.ts';

export const setupLinkCommand: Command = {
  name: 'setup-link',
  summary: 'Print a new link for starting a partnership',
  usage: '',
  details:
    'Whoever opens the link first can start a partnership in this installation. It works once. Links printed earlier keep working until they are used.',
  example: 'npx concord setup-link',
  async run({ environment, say }) {
    const { dataFolder, databaseUrl, baseUrl } = environment;
    const where = { dataFolder, databaseUrl, purpose: 'setup-link' };
    const notYet = new OperatorError(
      'Start Concord once first (npm start); it makes the database.',
    );
    if (!databaseExists(where)) throw notYet;
    const database = await joinDatabase(where);
    try {
      if ((await migrationStatus(database.owner)).pending.length > 0) throw notYet;
      const random = systemRandom(systemClock);
      say(await createSetupLink(database.owner, { baseUrl, clock: systemClock, random }));
      return 0;
    } finally {
      await database.close();
    }
  },
};
