const words = 624;
const period = 397;

/**
 * The Mersenne Twister as Python seeds and reads it, so that a benchmark draws the same data as its
 * reference program.
 * Source: Matsumoto & Nishimura 1998, ACM TOMACS 8(1):3.
 */
export class PythonRandom {
  private readonly state = new Uint32Array(words);
  private next = words;

  /** @param seed  As in `random.seed(seed)`; whole, from 0, below 2^32. */
  constructor(seed: number) {
    const { state } = this;
    state[0] = 19650218;
    for (let i = 1; i < words; i++) {
      state[i] = Math.imul(1812433253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i;
    }
    let i = 1;
    for (let k = 0; k < words; k++) {
      state[i] = (state[i]! ^ Math.imul(this.mixed(i), 1664525)) + seed;
      i = this.step(i);
    }
    for (let k = 0; k < words - 1; k++) {
      state[i] = (state[i]! ^ Math.imul(this.mixed(i), 1566083941)) - i;
      i = this.step(i);
    }
    state[0] = 0x80000000;
  }

  /** `random.randrange(limit)` */
  below(limit: number): number {
    const bits = 32 - Math.clz32(limit);
    for (;;) {
      const value = this.word() >>> (32 - bits);
      if (value < limit) return value;
    }
  }

  /** `random.random()` */
  unit(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  private mixed(i: number): number {
    return this.state[i - 1]! ^ (this.state[i - 1]! >>> 30);
  }

  private step(i: number): number {
    if (i + 1 < words) return i + 1;
    this.state[0] = this.state[words - 1]!;
    return 1;
  }

  private word(): number {
    if (this.next === words) this.twist();
    let y = this.state[this.next++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  private twist(): void {
    const { state } = this;
    for (let i = 0; i < words; i++) {
      const y = (state[i]! & 0x80000000) | (state[(i + 1) % words]! & 0x7fffffff);
      state[i] = state[(i + period) % words]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.next = 0;
  }
}
