import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

/** A process number alone can be reused; with its start it names one process for good. */
export type ProcessIdentity = { pid: number; startedAt: string; command: string };

/** What runs under this number now, or null when nothing does (a zombie is nothing). */
export function identifyProcess(pid: number): ProcessIdentity | null {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

export function isSameProcess(known: { pid: number; startedAt: string }): boolean {
  return identifyProcess(known.pid)?.startedAt === known.startedAt;
}

/** Numbers of two process namespaces, or of two boots, cannot be compared. */
export function processNumbering(): string {
  if (process.platform !== 'linux') return process.platform;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
}

function fromProc(pid: number): ProcessIdentity | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold brackets and blanks.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, startedAt: fields[19]!, command };
  } catch {
    return null;
  }
}

function fromPs(pid: number): ProcessIdentity | null {
  const result = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const match = /^\s*(\S+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(result.stdout ?? '');
  if (!match || match[1]!.startsWith('Z')) return null;
  return { pid, startedAt: match[2]!, command: match[3]! };
}
