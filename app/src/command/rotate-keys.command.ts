import { systemClock } from '../platform/clock.ts';
import { rotateLinkKey } from '../platform/database/link-keys.ts';
import type { Command } from './command.ts';
import { withMigratedDatabase } from './migrated-database.ts';

/** As long as an invitation works. */
const overlapDays = 21;

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  summary: 'Sign links with a new key from now on, and sign everybody out',
  usage: '[--at-once]',
  details:
    'Links of invitations and calendar addresses are signed with a key of this installation. Afterwards a new key signs them; what the old one signed works for 21 days more, or with --at-once no longer: use that when somebody else may have the key. Calendar addresses must be subscribed to anew. All sessions and mailed sign-in links end at once in both cases. Passwords, passkeys and authenticator apps stay as they are. Restart Concord afterwards, every process of it.',
  example: 'npx concord rotate-keys --at-once',
  options: { 'at-once': { type: 'boolean' } },
  async run({ environment, options, say }) {
    const at = systemClock.now();
    const days = options['at-once'] ? 0 : overlapDays;
    const voidAt = new Date(at.getTime() + days * 86_400_000);
    const { sessions } = await withMigratedDatabase(environment, 'rotate-keys', (opened) =>
      rotateLinkKey(opened, { at, voidAt }),
    );
    say(`A new key is in use, and ${sessions} sessions ended: everybody signs in again.`);
    say(
      days === 0
        ? 'Links that were signed before are void: withdraw open invitations, and invite anew.'
        : `Links that were signed before work until ${voidAt.toISOString()}.`,
    );
    say('Restart Concord now. Until then the running program knows the old key alone.');
    return 0;
  },
};
