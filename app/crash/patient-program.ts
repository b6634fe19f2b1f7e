import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { endWith } from '../src/platform/program.ts';

/** Opens the database, waits until its server was replaced by another, and asks that one. */
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const [dataFolder, databaseUrl] = process.argv.slice(2);
  const database = await openDatabase({ dataFolder: dataFolder!, databaseUrl });
  const startedAt = async () =>
    (await database.owner.query('select pg_postmaster_start_time()::text as at')).rows[0].at;
  const first = await startedAt();
  say('ready');
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    const now = await startedAt().catch(() => first); // refused while the server is away
    if (now !== first) break;
    if (Date.now() > giveUpAt) throw new Error('the server did not come back');
    await sleep(50);
  }
  say('back');
  await database.close();
} catch (error) {
  endWith(error);
}
