import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Linux tells every process's use of the processors in /proc; elsewhere there is no such measure here. */
export const processorTimeIsKnown = existsSync('/proc/self/stat');

/** Processor seconds that a process has used until now, all its threads, in user and system mode. */
export function processorSeconds(pid: number): number {
  const { user, system } = timesOf(pid);
  return (user + system) / ticksPerSecond();
}

/** The same for a PostgreSQL server: its first process, all that it runs, and those that have ended. */
export function databaseProcessorSeconds(postmaster: number): number {
  const own = timesOf(postmaster);
  const ticks = own.user + own.system + own.endedChildren;
  return ticks / ticksPerSecond() + sum(childrenOf(postmaster).map(secondsOrEnded));
}

function secondsOrEnded(pid: number): number {
  try {
    return processorSeconds(pid);
  } catch {
    return 0; // ended since it was listed: counted with its parent next time
  }
}

function timesOf(pid: number) {
  const fields = statOf(pid);
  const number = (at: number) => Number(fields[at]);
  return {
    parent: number(1),
    user: number(11),
    system: number(12),
    endedChildren: number(13) + number(14),
  };
}

/** What follows the program's name, which may hold spaces itself; see proc_pid_stat(5). */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .filter((pid) => {
      try {
        return timesOf(pid).parent === parent;
      } catch {
        return false; // ended since it was listed
      }
    });
}

let ticks: number | undefined;

function ticksPerSecond(): number {
  ticks ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticks;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
