import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatorError } from '../errors.ts';
import { prepareDataFolder } from './data-folder.ts';
import { dataFolderHolder } from './data-folder-lock.ts';
import {
  databaseFrom,
  type OpenDatabaseOptions,
  type OpenedDatabase,
  openDatabase,
} from './open-database.ts';
import { embeddedBackend } from './open-embedded.ts';
import { livingPostmaster } from './postmaster-file.ts';
import { storedSecrets } from './secrets.ts';

/** Marks a holder that is done soon and takes its server with it. */
export const commandPurpose = 'the command ';
const patienceMs = 30_000;

/** Whether there is anything to join: a look at a database must not create one. */
export function databaseExists(options: OpenDatabaseOptions): boolean {
  return options.databaseUrl !== undefined || existsSync(join(options.dataFolder, 'postgres'));
}

/** Reaches the database beside a running Concord, or starts it for as long as the work takes. */
export async function joinDatabase(
  options: OpenDatabaseOptions & { purpose: string },
): Promise<OpenedDatabase> {
  if (options.databaseUrl !== undefined) return openDatabase(options);
  const dataFolder = prepareDataFolder(options.dataFolder);
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const holder = await dataFolderHolder(dataFolder);
    if (!holder) return openDatabase({ ...options, purpose: commandPurpose + options.purpose });
    const server = livingPostmaster(join(dataFolder, 'postgres'));
    if (!holder.purpose.startsWith(commandPurpose) && server?.status === 'ready') {
      const backend = embeddedBackend(server.socketFolder, storedSecrets(dataFolder));
      return databaseFrom('embedded', backend, options.onTrouble ?? (() => {}));
    }
    if (Date.now() > giveUpAt) {
      throw new OperatorError(
        `The data folder ${dataFolder} is still in use by ${holder.purpose} (process ${holder.pid}); try again when it is done.`,
      );
    }
    await sleep(100);
  }
}
