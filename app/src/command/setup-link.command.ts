import { systemClock } from '../platform/clock.ts';
import { systemRandom } from '../platform/random.ts';
import type { Command } from './command.ts';
import { createSetupLink } from './create-setup-link.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export const setupLinkCommand: Command = {
  name: 'setup-link',
  summary: 'Print a new link for starting a partnership',
  usage: '',
  details:
    'Whoever opens the link first can start a partnership in this installation. It works once. Links printed earlier keep working until they are used.',
  example: 'npx concord setup-link',
  async run({ environment, say }) {
    const { baseUrl } = environment;
    const random = systemRandom(systemClock);
    const link = await withMigratedDatabase(environment, 'setup-link', ({ owner }) =>
      createSetupLink(owner, { baseUrl, clock: systemClock, random }),
    );
    say(link);
    return 0;
  },
};
