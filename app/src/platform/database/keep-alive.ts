import { OperatorError } from '../errors.ts';

const checkEveryMs = 500;
const restartsPerMinute = 3;

type Options = { onStep: (text: string) => void; onLost: (error: OperatorError) => void };

/** Starts a server again that ended by itself, until it keeps ending. */
export function keepAlive(
  isAlive: () => boolean,
  start: () => Promise<void>,
  { onStep, onLost }: Options,
): { end(): Promise<void> } {
  const restarts: number[] = [];
  let reviving: Promise<void> | undefined;

  const revive = async () => {
    const minuteAgo = Date.now() - 60_000;
    if (restarts.filter((at) => at > minuteAgo).length >= restartsPerMinute)
      throw new OperatorError('The database keeps ending.');
    restarts.push(Date.now());
    onStep('The database ended unexpectedly and is being started again');
    await start();
  };
  const check = setInterval(() => {
    if (reviving || isAlive()) return;
    reviving = revive()
      .catch((error: unknown) => {
        clearInterval(check);
        onLost(error instanceof OperatorError ? error : new OperatorError(String(error)));
      })
      .finally(() => {
        reviving = undefined;
      });
  }, checkEveryMs);
  check.unref();

  return {
    async end() {
      clearInterval(check);
      await reviving;
    },
  };
}
