import { type Logger, pino } from 'pino';

export type Log = Logger;

/** One JSON line an event on standard error, where a process manager collects it. */
export function createLog(level = 'info'): Log {
  return pino(
    {
      level,
      base: null,
      redact: [
        'password',
        '*.password',
        'token',
        '*.token',
        'headers.cookie',
        'headers.authorization',
      ],
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: plainError },
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination(2),
  );
}

/** What went wrong and where. Not what a person wrote: the database's `detail` quotes values. */
export function plainError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { type: name, message, stack, ...('code' in error ? { code: error.code } : {}) };
}
