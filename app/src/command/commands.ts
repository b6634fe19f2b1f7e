import { auditVerifyCommand } from './audit-verify.command.ts';
import { backupCommand } from './backup.command.ts';
import type { Command } from './command.ts';
import { importRosterCommand } from './import-roster.command.ts';
import { outboxCommand } from './outbox.command.ts';
import { resetCoChairsCommand } from './reset-co-chairs.command.ts';
import { restoreCommand } from './restore.command.ts';
import { rotateKeysCommand } from './rotate-keys.command.ts';
import { setupLinkCommand } from './setup-link.command.ts';
import { startCommand } from './start.command.ts';
import { statusCommand } from './status.command.ts';

/** Every subcommand, in the order in which help lists them. A new one is a file and a line here. */
export const commands: Command[] = [
  startCommand,
  statusCommand,
  setupLinkCommand,
  importRosterCommand,
  outboxCommand,
  auditVerifyCommand,
  backupCommand,
  restoreCommand,
  rotateKeysCommand,
  resetCoChairsCommand,
];
