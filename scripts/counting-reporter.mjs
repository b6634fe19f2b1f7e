// A reporter for vitest that leaves what it counted in the file named by COUNTS_FILE.
import { writeFileSync } from 'node:fs';

const nameOf = (path, test) => `${path} > ${test.fullName}`;

export default class CountingReporter {
  onTestRunEnd(modules, errors) {
    const counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
    const fail = (name) => {
      counts.failed += 1;
      counts.failures.push(name);
    };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'failed') fail(nameOf(module.relativeModuleId, test));
        else if (state === 'passed') counts.passed += 1;
        else counts.skipped += 1;
      }
      for (const owner of [module, ...module.children.allSuites()])
        for (const error of owner.errors()) fail(`${module.relativeModuleId}: ${error.message}`);
    }
    for (const error of errors) fail(`outside every test: ${error.message}`);
    writeFileSync(process.env.COUNTS_FILE, JSON.stringify(counts));
  }
}
