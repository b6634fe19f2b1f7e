import type { Written } from './may-see.ts';

/** A word that stands in exactly one text, with who that text was written for. */
export interface Marker extends Written {
  word: string;
  what: string;
}

const pattern = /zq\d{4}kz/g;

export class Markers {
  readonly #byWord: Map<string, Marker>;

  constructor(made: readonly Marker[] = []) {
    this.#byWord = new Map(made.map((marker) => [marker.word, marker]));
  }

  make(what: string, partnershipId: string, visibleTo: string): Marker {
    const word = `zq${String(this.#byWord.size).padStart(4, '0')}kz`;
    const marker = { word, what, partnershipId, visibleTo, id: null };
    this.#byWord.set(word, marker);
    return marker;
  }

  get all(): Marker[] {
    return [...this.#byWord.values()];
  }

  /** Every marker that stands in a text. */
  in(text: string): Marker[] {
    return [...new Set(text.match(pattern))].map((word) => {
      const marker = this.#byWord.get(word);
      if (!marker) throw new Error(`${word} was never made.`);
      return marker;
    });
  }
}
