import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, test } from 'vitest';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const fixtures = join(packageFolder, 'fixtures');
const reference =
  process.env.CONCORD_REFERENCE_DATA ?? join(packageFolder, '..', '..', '..', 'shared', 'data');

/** Where a file of the reference data is (`ranking/expected/A60.json`): beside the project, or a fixture. */
export function referencePath(path: string): string | undefined {
  return [join(reference, path), join(fixtures, path)].find((full) => existsSync(full));
}

/** The text of a reference file that a fixture guarantees, or that the caller found with `referencePath`. */
export function readReference(path: string): string {
  const full = referencePath(path);
  if (!full) throw new Error(`${path} is neither in ${reference} nor in ${fixtures}`);
  return readFileSync(full, 'utf8');
}

export const readReferenceJson = (path: string): unknown => JSON.parse(readReference(path));

/** Names of the files in a reference folder, from both places, sorted. */
export function referenceNames(folder: string, suffix = ''): string[] {
  const names = [join(reference, folder), join(fixtures, folder)]
    .filter((full) => existsSync(full))
    .flatMap((full) => readdirSync(full))
    .filter((name) => name.endsWith(suffix));
  return [...new Set(names)].sort();
}

/** Counts what it compares and remembers what differs. */
export class Comparison {
  count = 0;
  readonly differences: string[] = [];

  /** Two numbers within a relative tolerance (absolute below a magnitude of `floor`). */
  close(label: string, actual: number, expected: number, relative = 1e-9, floor = 1e-12): void {
    const allowed = relative * Math.max(Math.abs(expected), floor / relative);
    const same = Object.is(actual, expected) || Math.abs(actual - expected) <= allowed;
    this.note(label, same, actual, expected);
  }

  /** A single value, compared exactly. */
  exact(label: string, actual: unknown, expected: unknown): void {
    this.note(label, Object.is(actual, expected), actual, expected);
  }

  /** Nested arrays and objects: leaf by leaf; numbers by `close` when a tolerance is given. */
  same(label: string, actual: unknown, expected: unknown, relative?: number): void {
    if (typeof expected === 'number' && typeof actual === 'number' && relative !== undefined) {
      this.close(label, actual, expected, relative);
    } else if (typeof expected === 'object' && expected !== null) {
      const have = (typeof actual === 'object' && actual !== null ? actual : {}) as object;
      const [want, got] = [Object.entries(expected), new Map(Object.entries(have))];
      if (want.length !== got.size) this.exact(`${label} size`, got.size, want.length);
      for (const [key, value] of want) this.same(`${label}.${key}`, got.get(key), value, relative);
    } else {
      this.exact(label, actual, expected);
    }
  }

  private note(label: string, same: boolean, actual: unknown, expected: unknown): void {
    this.count += 1;
    if (!same) this.differences.push(`${label}: ${String(actual)} instead of ${String(expected)}`);
  }
}

declare module 'vitest' {
  interface TaskMeta {
    /** Values that a reference case compared, for the total at the end of the run. */
    comparedValues?: number;
  }
}

let total = 0;
let cases = 0;

/**
 * A test named after a case of the reference data, which prints `name: N values`.
 * @param needs  Files that may be absent where only fixtures are; the case is then reported as skipped.
 */
export function referenceCase(
  name: string,
  body: (compare: Comparison) => void | Promise<void>,
  needs: readonly string[] = [],
): void {
  const missing = needs.find((path) => referencePath(path) === undefined);
  if (missing !== undefined) {
    console.log(`${name}: skipped, ${missing} is not on this machine`);
    test.skip(name);
    return;
  }
  test(name, async ({ task }) => {
    const compare = new Comparison();
    await body(compare);
    if (compare.count === 0) throw new Error(`${name} compared nothing`);
    if (compare.differences.length > 0) {
      const shown = compare.differences.slice(0, 10).join('\n');
      throw new Error(`${compare.differences.length} of ${compare.count} differ\n${shown}`);
    }
    task.meta.comparedValues = compare.count;
    total += compare.count;
    cases += 1;
    console.log(`${name}: ${compare.count} values`);
  });
}

/** Call once in each test file of reference cases: prints the file's total at its end. */
export function reportTotal(topic: string): void {
  afterAll(() => console.log(`${topic}, ${cases} cases in all: ${total} values`));
}
