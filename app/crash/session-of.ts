import { readFileSync } from 'node:fs';

/** The session of a process (Linux): what Ctrl-C in a terminal is confined to. */
export function sessionOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[3]);
}
