import { writeSync } from 'node:fs';
import { migrate } from '../src/platform/database/migrate.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { endWith, stopRequest } from '../src/platform/program.ts';

/** Opens the database as the server does, then writes on several connections until it is killed. */
const writers = 4;
const say = (line: string) => writeSync(1, `${line}\n`);

try {
  const [dataFolder, firstNumber] = process.argv.slice(2);
  const stopped = stopRequest();
  const database = await openDatabase({
    dataFolder: dataFolder!,
    purpose: 'the writing program',
    onTrouble: (error, fatal) => fatal && endWith(error),
  });
  await migrate({ owner: database.owner, roles: database.roles });
  await database.owner.query(
    'create table if not exists crash_write (number int8 primary key, filler text not null)',
  );
  say('ready');
  let stopping = false;
  let next = Number(firstNumber);
  const write = async () => {
    while (!stopping) {
      const number = next;
      next += 1;
      await database.owner.query('insert into crash_write values ($1, repeat($2, 500))', [
        number,
        'x',
      ]);
      say(`kept ${number}`);
    }
  };
  const writing = Promise.all(Array.from({ length: writers }, write));
  await Promise.race([stopped, writing]);
  stopping = true;
  await writing;
  await database.close();
  process.exit(0);
} catch (error) {
  endWith(error);
}
