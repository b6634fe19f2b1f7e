// `npm run audit`: known weaknesses of the packages that Concord is made of. Ends with 1 when there is
// a serious one that nobody accepted. Where the registry offers no audit it says that nothing was
// checked, in words that cannot be taken for a clean result; with AUDIT_REQUIRED=1 that is a failure too.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { auditVerdict } from './audit-verdict.mjs';
import { root } from './runtime.mjs';

const allowed = JSON.parse(readFileSync(new URL('audit-allowed.json', import.meta.url), 'utf8'));
const npm = process.env.npm_execpath;
const command = npm ? [process.execPath, npm] : ['npm'];
const { stdout } = spawnSync(command[0], [...command.slice(1), 'audit', '--json'], {
  cwd: root,
  encoding: 'utf8',
});
const today = new Date().toISOString().slice(0, 10);
const { state, lines } = auditVerdict(stdout ?? '', allowed, today);
for (const line of lines) console.log(line);
const summary = {
  clean: 'Dependency audit: checked, no serious weakness is known.',
  found: 'Dependency audit: FAILED, see above.',
  'not-checked':
    'Dependency audit: NOT CHECKED. Nothing is known about the packages from this run; run it where the registry answers.',
};
console.log(summary[state]);
process.exit(
  state === 'found' || (state === 'not-checked' && process.env.AUDIT_REQUIRED === '1') ? 1 : 0,
);
