import { existsSync } from 'node:fs';
import {
  applyImport,
  changesNothing,
  describePlan,
  enterImporter,
  foreseeImport,
  previewImport,
  readFolder,
  sayProblem,
} from '../partnership/roster/server.ts';
import { systemClock } from '../platform/clock.ts';
import { databaseOn, inTransaction } from '../platform/database/database.ts';
import { linkSigner } from '../platform/database/link-keys.ts';
import { OperatorError } from '../platform/errors.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { systemRandom } from '../platform/random.ts';
import { type Command, UsageError } from './command.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export const importRosterCommand: Command = {
  name: 'import-roster',
  summary: 'Import schools and staff from a OneRoster folder or zip',
  usage: 'PATH --partnership SLUG [--apply]',
  details:
    'Reads OneRoster CSV, version 1.1 or 1.2, and prints what would change and every line that is left out, with the reason. It changes something only with --apply. It acts through the seat of the administration’s lead (the superintendent), and no further than that seat may. Students, families, passwords and telephone numbers are never imported. SLUG is the partnership’s name in the address, after /p/.',
  example: 'npx concord import-roster ./oneroster.zip --partnership river-county --apply',
  options: { partnership: { type: 'string' }, apply: { type: 'boolean' } },
  positionals: { least: 1, most: 1 },
  async run({ environment, positionals, options, say }) {
    const [path = ''] = positionals;
    const slug = options.partnership;
    if (typeof slug !== 'string')
      throw new UsageError(
        'Say which partnership: --partnership SLUG. See npx concord import-roster --help.',
      );
    if (!existsSync(path)) throw new OperatorError(`There is nothing at ${path}.`);
    const clock = systemClock;
    await withMigratedDatabase(environment, 'import-roster', async (opened) => {
      const signer = await linkSigner(opened);
      await inTransaction(databaseOn(opened.app), async (db) => {
        const base = {
          db,
          clock,
          random: systemRandom(clock),
          signer,
          baseUrl: environment.baseUrl,
        };
        const ctx = await enterImporter(opened.owner, base, slug);
        if (!ctx)
          throw new OperatorError(
            `Nobody leads the administration in a partnership ${slug} of this installation.`,
          );
        const sent = readFolder(path);
        const { plan } = await foreseeImport(ctx, sent);
        for (const line of describePlan(plan, path)) say(line);
        if (changesNothing(plan)) {
          say('Everything is as the roster says. There is nothing to apply.');
          return;
        }
        if (!options.apply) {
          say('Nothing was changed. Add --apply to carry it out.');
          return;
        }
        await applyImport(ctx, await previewImport(ctx, sent));
        say('Applied.');
      });
    }).catch((error: unknown) => {
      throw error instanceof InputProblem ? new OperatorError(sayProblem(error)) : error;
    });
    return 0;
  },
};
