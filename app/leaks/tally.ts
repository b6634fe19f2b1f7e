import type { LeakActor } from './may-see.ts';

/** Rows of the matrix that stand for a state in which others have lost or not yet gained a seat or a link. */
const states = ['before a seat', 'after a seat ended', 'alternate', 'guest link expired'] as const;

/** What was tried, by whom, and what came out differently from the design. */
export class Tally {
  readonly failures: string[] = [];
  readonly #pairs = new Map<string, number>();

  count({ key }: Pick<LeakActor, 'key'>, pairs = 1): void {
    this.#pairs.set(key, (this.#pairs.get(key) ?? 0) + pairs);
  }

  get pairs(): number {
    return [...this.#pairs.values()].reduce((sum, pairs) => sum + pairs, 0);
  }

  /** Says what it came to. @throws when one of the named states was never tried. */
  say(of: string): void {
    const untried = states.filter((state) => !this.#pairs.get(state));
    if (untried.length > 0) throw new Error(`Never tried: ${untried.join(', ')}.`);
    const number = (pairs: number) => pairs.toLocaleString('en');
    const each = states.map((state) => `${state} ${number(this.#pairs.get(state) ?? 0)}`);
    console.log(`${number(this.pairs)} pairs ${of}, of them ${each.join(', ')}`);
  }
}
