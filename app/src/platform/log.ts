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
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination(2),
  );
}
