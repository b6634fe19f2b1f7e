// The fast part of the tests: format and lint, types, import rules. `npm test` runs this first.
import { spawnSync } from 'node:child_process';

const checks = [
  ['format and lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types', ['tsc', '-p', '.']],
];

let failed = 0;
for (const [name, [tool, ...args]] of checks) {
  const result = spawnSync(`node_modules/.bin/${tool}`, args, { stdio: 'pipe', encoding: 'utf8' });
  if (result.status !== 0) {
    failed += 1;
    console.log(`${name}: failed\n${result.stdout}${result.stderr}`);
  } else {
    console.log(`${name}: ok`);
  }
}
console.log(`${checks.length - failed} passed, ${failed} failed, 0 skipped`);
process.exit(failed === 0 ? 0 : 1);
