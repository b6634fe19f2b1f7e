import { expect, test } from 'vitest';
import { InputFileError } from '../src/command/input-file-error.ts';
import { main } from '../src/command/main.ts';
import { seededRandom } from '../src/random.ts';
import { modelFrame } from '../src/statistics/formula/model-frame.ts';
import { readFormula } from '../src/statistics/formula/read-formula.ts';
import type { Comparison } from './reference.ts';
import { readReference, readReferenceJson, referenceCase, referencePath } from './reference.ts';

async function call(args: string[], files: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const code = await main(args, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async (path) => {
      if (files[path] !== undefined) return files[path];
      if (referencePath(path)) return readReference(path);
      throw new InputFileError(path, 0, 0, 'there is no such file');
    },
  });
  return { code, out, err };
}

async function json<T>(args: string[], files: Record<string, string> = {}): Promise<T> {
  const result = await call([...args, '--json'], files);
  expect(result).toMatchObject({ code: 0, err: '' });
  return JSON.parse(result.out) as T;
}

type Coefficients = { coefficients: { name: string; estimate: number; standardError: number }[] };
type ByName = Record<string, number>;
const byName = (fit: Coefficients, key: 'estimate' | 'standardError') =>
  Object.fromEntries(fit.coefficients.map((each) => [each.name, each[key]]));

const outcomes = readReferenceJson('outcomes/expected/outcomes.json') as {
  caschools: { m3: { coef: ByName; se_HC1: ByName; cluster: Record<string, ByName> } };
  mixed: { exam_ri: { fixef: ByName; deviance: number } };
  reliability: { alpha_bfi_agreeableness_complete: { raw_alpha: number; n: number } };
};
const SCHOOLS = 'outcomes/csv/CASchools.csv';
const ANSWERS = 'outcomes/csv/bfi.csv';
const EXAM = 'outcomes/csv/Exam.csv';

referenceCase(
  'command regress, California schools',
  async (compare: Comparison) => {
    const formula = '(math + read) / 2 ~ I(students / teachers) + english + lunch';
    const fit = await json<Coefficients & { standardErrors: Record<string, ByName> }>([
      'regress',
      SCHOOLS,
      formula,
      '--cluster',
      'county',
    ]);
    const want = outcomes.caschools.m3;
    const renamed = (each: ByName) =>
      Object.fromEntries(
        Object.entries(each).map(([name, value]) => [
          name === 'str' ? 'students / teachers' : name,
          value,
        ]),
      );
    compare.same('coef', byName(fit, 'estimate'), renamed(want.coef), 1e-9);
    compare.same('HC1', fit.standardErrors.HC1, renamed(want.se_HC1), 1e-9);
    compare.same('CR2', byName(fit, 'standardError'), renamed(want.cluster.se_CR2!), 1e-9);
    const stata = renamed(want.cluster.se_CR1_stata!);
    compare.same('CR1S', fit.standardErrors.CR1S, stata, 1e-9);
  },
  [SCHOOLS],
);

referenceCase(
  'command mixed, London exam scores',
  async (compare) => {
    const fit = await json<Coefficients & { deviance: number }>([
      'mixed',
      EXAM,
      'normexam ~ standLRT + (1 | school)',
      '--ml',
    ]);
    compare.same('fixed', byName(fit, 'estimate'), outcomes.mixed.exam_ri.fixef, 1e-5);
    compare.close('deviance', fit.deviance, outcomes.mixed.exam_ri.deviance);
  },
  [EXAM],
);

referenceCase(
  'command reliability, agreeableness',
  async (compare) => {
    const want = outcomes.reliability.alpha_bfi_agreeableness_complete;
    const options = ['--items', 'A1,A2,A3,A4,A5', '--reverse', 'A1', '--scale', '1-6'];
    const { alpha } = await json<{ alpha: { alpha: number; people: number } }>([
      'reliability',
      ANSWERS,
      ...options,
    ]);
    compare.close('alpha', alpha.alpha, want.raw_alpha);
    compare.exact('people', alpha.people, want.n);
  },
  [ANSWERS],
);

const small = `y,x,kind,school,passed
1,2,a,p,0
2,3,b,p,0
4,4,a,q,1
3,6,b,q,0
6,7,a,r,1
,1,b,r,1
7,9,c,s,1
8,9,c,s,1
`;

test('regress prints a summary, counts missing rows and codes categories', async () => {
  const { code, out } = await call(['regress', 'small.csv', 'y ~ x + kind'], {
    'small.csv': small,
  });
  expect(code).toBe(0);
  expect(out).toContain('7 observations (1 rows left out: a value is missing); classic errors');
  expect(out).toMatch(/kindb .*\nkindc /);
  expect(out).toMatch(/R squared 0\.\d+/);
});

test('logistic regression, copies and too little data', async () => {
  const files = { 'small.csv': small, 'tiny.csv': 'y,x\n1,2\n2,3\n' };
  const { out } = await call(['regress', 'small.csv', 'passed ~ x', '--logistic'], files);
  expect(out).toContain('estimates are log odds');
  const counted = 'y,n,x\n0,30,0\n1,10,0\n0,20,1\n1,20,1\n';
  const fit = await json<Coefficients & { observations: number }>(
    ['regress', 'counted.csv', 'y ~ x', '--logistic', '--copies', 'n'],
    { 'counted.csv': counted },
  );
  expect(fit.observations).toBe(80);
  expect(byName(fit, 'estimate').x).toBeCloseTo(Math.log(3), 9);
  const tiny = await call(['regress', 'tiny.csv', 'y ~ x'], files);
  expect(tiny).toEqual({ code: 0, err: '', out: 'Too little data: 2 observations, 3 needed.\n' });
});

test('mixed and reliability summarize for people', async () => {
  const random = seededRandom(5);
  const rows = Array.from({ length: 60 }, (_, i) => {
    const trait = random() * 3 + (i % 6) * 0.3;
    const item = () => Math.min(5, Math.max(1, Math.round(trait + random())));
    return [`s${i % 6}`, item(), item(), item()].join(',');
  });
  const files = { 'a.csv': `school,q1,q2,q3\n${rows.join('\n')}\n` };
  const mixed = await call(['mixed', 'a.csv', 'q1 ~ q2 + (1 | school)'], files);
  expect(mixed.out).toContain('60 observations in 6 groups; REML');
  expect(mixed.out).toContain('few groups');
  const args = ['reliability', 'a.csv', '--group', 'school', '--scale', '1-5', '--ratings'];
  const scale = await call(args, files);
  expect(scale.out).toMatch(/alpha 0\.\d+ .*3 items, 60 people/);
  expect(scale.out).toMatch(/ICC2k/);
  expect(scale.out).toMatch(/6 groups, 60 people: ICC\(1\)/);
  expect(scale.out).toMatch(/rwg\(j\), Lindell: mean/);
});

test('runchart orders by date and shows verdict and limits', async () => {
  const months = Array.from({ length: 14 }, (_, i) => `2026-${String(14 - i).padStart(2, '0')}-01`);
  const valid = months.map((_, i) => {
    const month = i % 12;
    return `${2025 + Math.floor(i / 12)}-${String(month + 1).padStart(2, '0')}-01,${i < 7 ? 3 : 9},10`;
  });
  const files = { 'm.csv': `date,met,planned\n${valid.toReversed().join('\n')}\n` };
  const args = ['runchart', 'm.csv', '--value', 'met', '--of', 'planned', '--xmr'];
  const { out, code } = await call(args, files);
  expect(code).toBe(0);
  expect(out).toContain('met / planned');
  expect(out).toContain('More than chance: few crossings.');
  expect(out).toMatch(/XmR: .*\np chart: .*\nLaney's p' chart: /);
  const report = await json<{ chart: { points: { date: string; value: number }[] } }>(args, files);
  expect(report.chart.points[0]).toMatchObject({ date: '2025-01-01', value: 0.3 });
  const plain = await call(['runchart', 'v.csv'], { 'v.csv': 'value\n1\n2\n3\n' });
  expect(plain.out).toContain('Too little data: 2 useful points, 10 needed.');
});

test('what cannot be used ends with 2 and says where', async () => {
  const files = {
    'bad.csv': 'y,x\n1,2\n2,oops\n3,4\n4,5\n',
    'small.csv': small,
    'dates.csv': 'date,value\nsoon,1\n',
  };
  const bad = await call(['regress', 'bad.csv', 'y ~ x'], files);
  expect(bad).toMatchObject({ code: 2, out: '' });
  expect(bad.err).toContain('bad.csv, line 3, column 3');
  const cases: [string[], string][] = [
    [['regress', 'small.csv', 'y ~ nothing'], 'there is no column "nothing"'],
    [['regress', 'small.csv', 'y ~ x +'], 'formula: character 8'],
    [['regress', 'small.csv', 'y ~ x & z'], 'formula: character 7'],
    [['regress', 'small.csv', 'y x'], '"~" was expected'],
    [['regress', 'small.csv', 'y ~ x', '--robust', 'HC9'], '--robust is one of'],
    [['regress', 'small.csv', 'y ~ x', '--robust', 'CR2'], 'needs --cluster'],
    [['regress', 'small.csv'], 'takes a file and a formula'],
    [['mixed', 'small.csv', 'y ~ x'], 'no random part'],
    [['reliability', 'small.csv', '--items', 'x', '--reverse', 'x'], '--reverse needs --scale'],
    [['reliability', 'small.csv', '--items', 'y,kind'], 'line 2, column 5'],
    [['runchart', 'dates.csv'], 'dates.csv, line 2, column 1: "soon" is no ISO date'],
    [['runchart', 'none.csv'], 'none.csv: there is no such file'],
    [['runchart', 'dates.csv', '--centre', 'x'], '--centre takes a number'],
  ];
  for (const [args, message] of cases) {
    const result = await call(args, files);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toContain(message);
  }
});

test('formulas: products, no intercept, categories, functions, names in backticks', () => {
  const data = {
    y: [1, 2, 3, 4],
    a: [1, 2, 3, 5],
    'b c': [2, 2, 1, 1],
    kind: ['u', 'v', 'u', 'v'],
  };
  const frame = (text: string) => modelFrame(readFormula(text), data);
  const names = (text: string) => frame(text).predictors.map((each) => each.name);
  expect(names('y ~ a * kind')).toEqual(['a', 'kindv', 'a:kindv']);
  expect(names('y ~ a:`b c`')).toEqual(['a:b c']);
  expect(names('y ~ a + kind * a + kind:a')).toEqual(['a', 'kindv', 'a:kindv']);
  expect(frame('y ~ 0 + a').intercept).toBe(false);
  expect(frame('y ~ a - 1').intercept).toBe(false);
  expect(names('y ~ factor(`b c`)')).toEqual(['b c2']);
  expect(Array.from(frame('y ~ a:kind').predictors[0]!.values)).toEqual([0, 2, 0, 5]);
  expect(frame('log(y) ~ I(a^2 - 1) + sqrt(a)')).toMatchObject({
    outcome: [0, Math.log(2), Math.log(3), Math.log(4)],
    predictors: [{ name: '(a ^ 2) - 1', values: [0, 3, 8, 24] }, { name: 'sqrt(a)' }],
  });
  expect(readFormula('y ~ x + (1 + x | school)').random).toEqual({
    slopes: ['x'],
    group: 'school',
  });
});

test('with clusters an error for single rows becomes its form for clusters', async () => {
  const rows = Array.from({ length: 24 }, (_, i) => `${(i * 7) % 11},${i % 5},${i % 6}`);
  const files = { 'a.csv': ['y,x,g', ...rows].join('\r\n') };
  for (const [robust, kind] of [
    ['HC0', 'CR0'],
    ['HC1', 'CR1S'],
    ['HC2', 'CR2'],
  ] as const) {
    const args = ['regress', 'a.csv', 'y ~ x', '--cluster', 'g', '--robust', robust];
    const fit = await json<{ errors: string }>(args, files);
    expect(fit.errors).toBe(kind);
  }
  const answers = {
    'b.csv': ['y,x,g', '0,2,a', '1,3,a', '0,5,b', '1,9,b', '1,4,c', '0,6,c'].join('\n'),
  };
  const logit = ['regress', 'b.csv', 'y ~ x', '--logistic', '--cluster', 'g', '--robust'];
  expect(await json([...logit, 'HC0'], answers)).toMatchObject({ errors: 'CR0' });
  expect(await json([...logit, 'HC1'], answers)).toMatchObject({ errors: 'CR1' });
  const refused = await call(
    ['regress', 'a.csv', 'y ~ x', '--cluster', 'g', '--robust', 'HC3'],
    files,
  );
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('HC3');
  // Each row a cluster of its own: the same numbers.
  const own = ['y,x,g', ...rows.map((row, i) => `${row.split(',').slice(0, 2).join(',')},${i}`)];
  const fit = await json<{ standardErrors: Record<string, ByName> }>(
    ['regress', 'a.csv', 'y ~ x', '--cluster', 'g', '--robust', 'HC1'],
    { 'a.csv': own.join('\n') },
  );
  expect(fit.standardErrors.CR1S!.x).toBeCloseTo(fit.standardErrors.HC1!.x!, 12);
});

test('a column that is not there, a wrong answer and a wrong count are named with their place', async () => {
  const files = {
    'a.csv': 'y,x\n1,2\n2,4\n3,3\n5,5\n',
    'q.csv': 'q1,q2\n3,4\n9,3\n3,3\n',
    'n.csv': 'held,planned\n3,4\n5,4\n',
  };
  const said = async (...args: string[]) => {
    const { code, err } = await call(args, files);
    expect(code).toBe(2);
    return err;
  };
  expect(await said('regress', 'a.csv', 'y ~ x', '--cluster', 'county')).toContain(
    'a.csv, line 1, column 1: there is no column "county"',
  );
  expect(await said('reliability', 'q.csv', '--scale', '1-5')).toBe(
    'q.csv, line 3, column 1: 9 is not on the scale of 1 to 5\n',
  );
  expect(await said('runchart', 'n.csv', '--value', 'held', '--of', 'planned')).toContain(
    'n.csv, line 3, column 1: 5 of 4',
  );
});

test('what does not exist is a dash in a summary', async () => {
  const files = { 'a.csv': 'y,x\n1,2\n1,3\n1,4\n1,7\n' };
  expect((await call(['regress', 'a.csv', 'y ~ x'], files)).out).not.toContain('NaN');
});
