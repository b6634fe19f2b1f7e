// `npm test`: everything, the quick checks first. Its last line adds all of it up.
import { availableParallelism } from 'node:os';
import config from '../vitest.config.ts';
import { buildIfChanged } from './build-changed.mjs';
import { runChecks } from './checks.mjs';
import { ensureChromium } from './chromium.mjs';
import { add, lastLine, nothing } from './counts.mjs';
import { countSuites, runSuites } from './run-suites.mjs';
import { fail, step } from './runtime.mjs';

const browser = 'e2e';
const processes = 'crash';
const projects = config.test.projects.map(({ test }) => test.name);
const ofItsOwn = [processes, browser].filter((name) => projects.includes(name));
const together = projects.filter((name) => !ofItsOwn.includes(name));
const workers = Math.max(2, availableParallelism());

async function runJourneys() {
  const { path, missing } = await ensureChromium();
  if (path) return runSuites([browser], workers, { CHROMIUM: path });
  const skipped = await countSuites([browser]);
  console.log(`The ${skipped} journeys in a browser are skipped. ${missing}`);
  return { ...nothing, skipped };
}

/** A short run of the crash tests; `npm run test:crash` is the long one. */
const fewerKills = { CRASH_KILLS: process.env.CRASH_KILLS ?? '6' };

const built = () => step('Building', () => buildIfChanged(process.execPath));

const parts = [
  ['The sources', () => runChecks()],
  [together.join(', '), () => runSuites(together, workers)],
  ...ofItsOwn.map((name) => [
    name,
    async () => {
      await built();
      return name === browser ? runJourneys() : runSuites([name], workers, fewerKills);
    },
  ]),
];

try {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  let counts = nothing;
  for (const [title, run] of parts) {
    console.log(`\n== ${title} (after ${seconds()} s)`);
    counts = add(counts, await run());
  }
  console.log(`\nDone in ${seconds()} s.`);
  for (const failure of counts.failures) console.log(`failed: ${failure}`);
  console.log(lastLine(counts));
  process.exit(counts.failed === 0 ? 0 : 1);
} catch (error) {
  fail(error);
}
