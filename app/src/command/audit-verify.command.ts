import { readFile } from 'node:fs/promises';
import {
  type AuditFault,
  compareAuditCopy,
  NotACopy,
  verifyAudit,
} from '../partnership/audit/server.ts';
import { OperatorError } from '../platform/errors.ts';
import { type Command, UsageError } from './command.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: 'Prove that no entry of the audit trail was changed, removed or slipped in',
  usage: '[partnership] [--copy file]',
  details:
    'Recomputes the chain of every entry, of one partnership (its name in the address, after /p/) or of all, and names the first entry that does not fit: partnership, chain, number and time. With --copy it also compares the trail with a file that a partner downloaded earlier; that shows a chain that was written anew with all its seals. It counts and points; what an entry says stays with the partners. It ends with 1 when something does not fit.',
  example: 'npx concord audit verify river-county',
  positionals: { least: 0, most: 1 },
  options: { copy: { type: 'string' } },
  async run({ environment, positionals, options, say }) {
    const [slug] = positionals;
    const copy = typeof options.copy === 'string' ? await readCopy(options.copy) : null;
    if (copy !== null && slug === undefined)
      throw new UsageError('A copy belongs to one partnership: name it before --copy.');
    const { verdicts, compared } = await withMigratedDatabase(
      environment,
      'audit verify',
      async ({ owner }) => {
        const verdicts = await verifyAudit(owner, slug);
        if (slug !== undefined && verdicts.length === 0)
          throw new OperatorError(`There is no partnership ${slug} in this installation.`);
        const compared =
          copy !== null && slug !== undefined ? await comparison(owner, slug, copy) : null;
        return { verdicts, compared };
      },
    );
    for (const { partnership, entries, chains, broken } of verdicts) {
      const found = broken ? `broken: ${placeOf(broken)} ${faults[broken.reason]}` : 'whole';
      say(`${partnership}: ${entries} entries in ${chains} chains, ${found}`);
    }
    if (verdicts.length === 0) say('There is no partnership yet.');
    if (compared) {
      const { lines, differs } = compared;
      const found = differs
        ? `differs: ${placeOf(differs)} ${differs.reason === 'missing' ? 'is not in the trail any more' : 'says something else now'}`
        : 'agrees';
      say(`The copy: ${lines} entries, ${found}`);
    }
    return verdicts.some(({ broken }) => broken) || compared?.differs ? 1 : 0;
  },
};

const faults: Record<AuditFault, string> = {
  changed: 'was changed',
  unlinked: 'does not follow from the one before it',
  missing: 'is missing',
  added: 'was slipped in after the end',
};

function placeOf({ chain, number, at }: { chain: string; number: number; at: Date | null }) {
  return `entry ${number} of the chain ${chain} (${at ? at.toISOString() : 'time unknown'})`;
}

async function readCopy(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new OperatorError(`The file ${path} cannot be read.`, { cause });
  }
}

async function comparison(
  owner: Parameters<typeof compareAuditCopy>[0],
  slug: string,
  copy: string,
) {
  try {
    return await compareAuditCopy(owner, slug, copy);
  } catch (cause) {
    if (!(cause instanceof NotACopy)) throw cause;
    throw new OperatorError(
      `Line ${cause.line} of the copy is not a line of the audit trail of ${slug}.`,
      { cause },
    );
  }
}
