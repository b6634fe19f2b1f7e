// A reporter for vitest that adds up how many values the reference cases of all files compared.

export default class ValuesReporter {
  onTestRunEnd(modules) {
    let [values, cases] = [0, 0];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { comparedValues } = test.meta();
        if (comparedValues === undefined) continue;
        values += comparedValues;
        cases += 1;
      }
    }
    if (cases > 0) console.log(`\nCompared with reference data, ${cases} cases: ${values} values`);
  }
}
