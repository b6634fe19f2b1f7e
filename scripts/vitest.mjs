// Runs the test suites once, with vitest's own arguments (npm run test:slices -- goal).
import { fileURLToPath } from 'node:url';

const values = fileURLToPath(new URL('values-reporter.mjs', import.meta.url));
process.argv.splice(2, 0, 'run');
if (!process.argv.some((argument) => argument.startsWith('--reporter'))) {
  process.argv.push('--reporter=default', `--reporter=${values}`);
}
await import('../node_modules/vitest/vitest.mjs');
