import { createHmac } from 'node:crypto';
import type { Pool } from 'pg';
import type { Counts } from './throttle.ts';

/**
 * Counts kept in the database, for all processes together. What is counted (an address, a name) is
 * written nowhere: only a hash of it, under a key that changes every day, so that the same visitor
 * is another one tomorrow. Counts begin anew at midnight UTC.
 * @param pool apart from the one that serves requests: a request that waits here holds a connection
 *   there, and a count stays when the request it belongs to is undone.
 */
export function sharedCounts(pool: Pool, secret: string): Counts {
  return async ({ of, most, minutes }, key, at) => {
    const { rows } = await pool.query<{ until: Date | null }>(
      'select throttle_admit($1, $2, make_interval(mins => $3), $4) as until',
      [hashOf(secret, `${of}\0${key}`, at), most, minutes, at],
    );
    return rows[0]?.until ?? null;
  };
}

function hashOf(secret: string, counted: string, at: Date): Buffer {
  const day = at.toISOString().slice(0, 10);
  const daily = createHmac('sha256', secret).update(`throttle\0${day}`).digest();
  return createHmac('sha256', daily).update(counted).digest();
}
