import { OperatorError } from './errors.ts';

/** Two signals of one Ctrl-C (npm passes it on as well as the terminal) arrive closer than this. */
const sameKeyPressMs = 200;

/**
 * Resolves when the program is asked to stop, by Ctrl-C, a process manager, or because the program
 * that started it is gone. Asked again, it ends at once.
 */
export function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | undefined;
    const ask = () => {
      if (askedAt === undefined) {
        askedAt = performance.now();
        resolve();
      } else if (performance.now() - askedAt > sameKeyPressMs) {
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
    process.on('disconnect', ask);
    process.channel?.unref(); // being watched is no reason to go on
  });
}

/** Ends the program: one sentence for what the operator can change, the whole trace for a defect. */
export function endWith(error: unknown): never {
  const text = error instanceof OperatorError ? error.message : traceOf(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

/** Why a server cannot listen, where the operator can do something about it. */
export function explainListenError(error: unknown, host: string, port: number): unknown {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is already in use; stop the program that uses it, or set PORT to another number.`,
    EACCES: `This user may not open port ${port}; set PORT to a number above 1023.`,
    EADDRNOTAVAIL: `This machine does not have the address ${host}; set HOST to one of its own, or to 0.0.0.0 for all.`,
    ENOTFOUND: `There is no machine named ${host}; set HOST to an address of this one.`,
  };
  const reason =
    error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
  return reason === undefined ? error : new OperatorError(reason);
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
