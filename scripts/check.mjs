// The fast part of the tests: format and lint, types, import rules. `npm test` runs this first.
import { runChecks } from './checks.mjs';
import { lastLine } from './counts.mjs';

const counts = await runChecks();
console.log(lastLine(counts));
process.exit(counts.failed === 0 ? 0 : 1);
