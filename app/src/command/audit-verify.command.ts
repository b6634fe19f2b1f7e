import { verifyAudit } from '../partnership/audit/server.ts';
import { OperatorError } from '../platform/errors.ts';
import type { Command } from './command.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: 'Prove that no entry of the audit trail was changed or removed',
  usage: '[partnership]',
  details:
    'Recomputes the chain of every entry, of one partnership (its name in the address, after /p/) or of all. It counts and points; what an entry says stays with the partners. It ends with 1 when a chain is broken.',
  example: 'npx concord audit verify river-county',
  positionals: { least: 0, most: 1 },
  async run({ environment, positionals, say }) {
    const [slug] = positionals;
    const verdicts = await withMigratedDatabase(environment, 'audit verify', ({ owner }) =>
      verifyAudit(owner, slug),
    );
    if (slug !== undefined && verdicts.length === 0)
      throw new OperatorError(`There is no partnership ${slug} in this installation.`);
    for (const { partnership, entries, chains, broken } of verdicts) {
      const found = broken
        ? `broken: entry ${broken.number} of ${broken.chain} (${broken.at.toISOString()}) is ${broken.reason}`
        : 'whole';
      say(`${partnership}: ${entries} entries in ${chains} chains, ${found}`);
    }
    if (verdicts.length === 0) say('There is no partnership yet.');
    return verdicts.some(({ broken }) => broken) ? 1 : 0;
  },
};
