import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** Asks the database to plan each statement once: the matrix sends few of them, thousands of times. */
export function prepareOnce(pool: Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client);
    const prepared = (text: unknown, values?: unknown, ...rest: unknown[]) =>
      typeof text === 'string' && Array.isArray(values)
        ? Reflect.apply(query, client, [{ name: nameOf(text), text, values }, ...rest])
        : Reflect.apply(query, client, [text, values, ...rest]);
    Object.assign(client, { query: prepared });
  });
}

const nameOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);
