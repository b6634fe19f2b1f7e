import { AnalysisInputError } from './errors.ts';

/**
 * Uniform pseudo-random numbers in [0, 1): xoshiro128** seeded through SplitMix32.
 * @param seed  Integer, any size that a double holds exactly; its low 32 bits and high 21 bits both count.
 * @returns A function whose calls give the next number, a multiple of 2^-32. Same seed, same sequence.
 * @throws {AnalysisInputError} when the seed is not a safe integer.
 * @complexity O(1) a call; period 2^128 - 1.
 * @source Blackman & Vigna 2021, ACM TOMS 47(4):36 (xoshiro128**); Steele, Lea & Flood 2014,
 *   OOPSLA, with the 32-bit finalizer of MurmurHash3 (seeding).
 * @checked against the generator's published C program, first outputs for state (1, 2, 3, 4); see random.test.ts.
 */
export function seededRandom(seed: number): () => number {
  if (!Number.isSafeInteger(seed)) throw new AnalysisInputError('seed', 'must be an integer');
  const high = Math.floor(seed / 0x1_0000_0000);
  const next = splitMix32((seed >>> 0) ^ Math.imul(high, 0x85ebca6b));
  return xoshiro128StarStar(next(), next(), next(), next() || 1);
}

/** The generator itself, from four 32-bit words of state that are not all zero. */
export function xoshiro128StarStar(a: number, b: number, c: number, d: number): () => number {
  let s0 = a | 0;
  let s1 = b | 0;
  let s2 = c | 0;
  let s3 = d | 0;
  return () => {
    const scrambled = Math.imul(s1, 5);
    const result = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return result / 0x1_0000_0000;
  };
}

function splitMix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = state ^ (state >>> 16);
    word = Math.imul(word, 0x85ebca6b);
    word ^= word >>> 13;
    word = Math.imul(word, 0xc2b2ae35);
    return (word ^ (word >>> 16)) >>> 0;
  };
}
