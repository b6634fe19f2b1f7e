import { setTimeout } from 'node:timers/promises';

/** Making the demo district is the longest; a busy machine takes its time. */
const longestMs = 90_000;
const everyMs = 50;

/** What something that is not on a page has become, once it is there. */
export async function waitFor<Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> {
  const until = performance.now() + longestMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > until) throw new Error(`There was no ${what}.`);
    await setTimeout(everyMs);
  }
}
