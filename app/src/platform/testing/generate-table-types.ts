import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withClient } from '../database/connection.ts';
import { readColumns } from '../database/read-columns.ts';
import { renderTableTypes } from '../database/render-table-types.ts';
import { temporaryDatabase } from './temporary-database.ts';

/** Writes the table types of the migrations as they are now. */
const target = join(import.meta.dirname, '..', 'database', 'tables.generated.ts');
const database = await temporaryDatabase();
try {
  writeFileSync(target, renderTableTypes(await withClient(database.owner, readColumns)));
  console.log(`Written: ${target}`);
} finally {
  await database.remove();
}
