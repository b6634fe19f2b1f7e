import type { Measured } from './load.ts';
import {
  databaseProcessorSeconds,
  processorSeconds,
  processorTimeIsKnown,
} from './processor-time.ts';

/** A round with the processor time that it took; not a number where the system does not tell. */
export interface Round extends Measured {
  serverSeconds: number;
  databaseSeconds: number;
}

/** What serves: a program, with a database or without. */
export interface Served {
  server?: number | undefined;
  postmaster?: number | undefined;
}

export async function timed(served: Served, work: () => Promise<Measured>): Promise<Round> {
  const before = now(served);
  const measured = await work();
  const after = now(served);
  return {
    ...measured,
    serverSeconds: after.server - before.server,
    databaseSeconds: after.database - before.database,
  };
}

function now({ server, postmaster }: Served) {
  if (!processorTimeIsKnown) return { server: Number.NaN, database: Number.NaN };
  return {
    server: server ? processorSeconds(server) : 0,
    database: postmaster ? databaseProcessorSeconds(postmaster) : 0,
  };
}

export const perSecond = ({ done, seconds }: Measured) => done / seconds;

export const perProcessorSecond = (round: Round) =>
  round.done / (round.serverSeconds + round.databaseSeconds);

export const roundHead = [
  '',
  'a second',
  'p50',
  'p99',
  'a processor second',
  'server each',
  'database each',
];

export function roundRow(name: string, round: Round): string[] {
  const ms = (value: number) => (Number.isNaN(value) ? 'unknown' : `${value.toFixed(1)} ms`);
  const each = (seconds: number) => ms((seconds / round.done) * 1000);
  return [
    name,
    perSecond(round).toFixed(0),
    ms(round.p50Ms),
    ms(round.p99Ms),
    processorTimeIsKnown ? perProcessorSecond(round).toFixed(0) : 'unknown',
    each(round.serverSeconds),
    each(round.databaseSeconds),
  ];
}
