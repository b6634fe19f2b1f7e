import {
  differenceMatrix,
  type MrqapNull,
  mrqap,
  mrqapLogistic,
  qapCorrelation,
  sameLabelMatrix,
  type TieMatrix,
  tieMatrix,
} from '../src/network/index.ts';
import {
  dyadsFile,
  hlsmFiles,
  krackhardt,
  krackhardtFiles,
  readRows,
  school,
} from './network-data.ts';
import { sufficient } from './network-sufficient.ts';
import { type Comparison, readReferenceJson, referenceCase, reportTotal } from './reference.ts';

interface ExpectedQap {
  readonly r: number;
  readonly perm_mean: number;
  readonly perm_sd: number;
  readonly p_ge: number;
  readonly p_le: number;
  readonly p_two_sided_abs: number;
  readonly permutations: number;
}

interface ExpectedMrqap {
  readonly y: string;
  readonly x: string[];
  readonly ols_coef: number[];
  readonly ols_t: number[];
  readonly r_squared: number;
  readonly adj_r_squared: number;
  readonly dsp_p_two_sided: number[];
  readonly dsp_p_ge: number[];
  readonly dsp_p_le: number[];
  readonly yperm_p_two_sided: number[];
  readonly reps: number;
  readonly logit_coef: number[];
  readonly logit_se_naive: number[];
  readonly logit_deviance: number;
  readonly logit_null_deviance: number;
}

interface ExpectedFile {
  readonly qap_correlation: readonly (ExpectedQap & { a: string; b: string; sna_gcor: number })[];
  readonly mrqap: readonly ExpectedMrqap[];
  readonly [school: `hlsm_school_${string}`]: {
    readonly qap_same_grade: ExpectedQap;
    readonly mrqap: ExpectedMrqap;
  };
}

const expected = readReferenceJson('networks/expected/qap.json') as ExpectedFile;
const exactly = 1e-9;
const iterated = 1e-7;
const qapDraws = 20_000;
const mrqapDraws = 5_000;

referenceCase(
  'qap krackhardt',
  (compare) => {
    const relations = managers();
    for (const wanted of expected.qap_correlation) {
      const label = `${wanted.a} ${wanted.b}`;
      compareQap(compare, label, relations[wanted.a]!, relations[wanted.b]!, wanted);
    }
  },
  krackhardtFiles,
);

for (const [i, wanted] of expected.mrqap.entries()) {
  referenceCase(
    `mrqap krackhardt ${wanted.y}`,
    (compare) => compareMrqap(compare, managers(), expected.mrqap[i]!),
    krackhardtFiles,
  );
}

for (const key of Object.keys(expected)) {
  const [, number] = /^hlsm_school_(\d+)$/.exec(key) ?? [];
  if (number === undefined) continue;
  const wanted = expected[`hlsm_school_${number}`]!;
  referenceCase(
    `qap and mrqap ${key}`,
    (compare) => {
      const relations = teachers(Number(number));
      const { advice, same_grade: sameGrade } = relations;
      compareQap(compare, 'same grade', advice!, sameGrade!, wanted.qap_same_grade);
      compareMrqap(compare, relations, wanted.mrqap);
    },
    [...hlsmFiles, dyadsFile],
  );
}

reportTotal('network permutation tests');

function managers(): Record<string, TieMatrix> {
  const nodes = readRows('netdata/krackhardt_nodes.csv');
  const numbers = (column: string) => nodes.map((row) => Number(row[column]));
  return {
    advice: tieMatrix(krackhardt('advice')),
    friendship: tieMatrix(krackhardt('friendship')),
    reports_to: tieMatrix(krackhardt('reports_to')),
    same_dept: sameLabelMatrix(numbers('DEPT')),
    same_level: sameLabelMatrix(numbers('LEVEL')),
    tenure_diff: differenceMatrix(numbers('TENURE')),
    age_diff: differenceMatrix(numbers('AGE')),
  };
}

function teachers(number: number): Record<string, TieMatrix> {
  const network = school(number);
  const dyads = readRows('hlsm-school-advice/dyads_schools_1_2_9.csv').filter(
    (row) => row.school === String(number),
  );
  const covariate = (column: string) => {
    const matrix = network.nodes.map(() => network.nodes.map(() => 0));
    for (const row of dyads)
      matrix[Number(row.from) - 1]![Number(row.to) - 1] = Number(row[column]);
    return matrix;
  };
  return {
    advice: tieMatrix(network),
    same_grade: covariate('teach_same_grade'),
    same_attitude: covariate('same_innov_attitude'),
    same_years: covariate('same_yrs_in_school'),
  };
}

function compareQap(
  compare: Comparison,
  label: string,
  a: TieMatrix,
  b: TieMatrix,
  wanted: ExpectedQap & { sna_gcor?: number },
): void {
  const found = sufficient(qapCorrelation(a, b, { permutations: qapDraws, seed: 11 }));
  compare.close(`${label} r`, found.correlation, wanted.r);
  if (wanted.sna_gcor !== undefined)
    compare.close(`${label} gcor`, found.correlation, wanted.sna_gcor);
  const draws = [qapDraws, wanted.permutations] as const;
  drawn(compare, `${label} p ge`, found.pGreater, wanted.p_ge, draws);
  drawn(compare, `${label} p le`, found.pLess, wanted.p_le, draws);
  drawn(compare, `${label} p two-sided`, found.pTwoSided, wanted.p_two_sided_abs, draws);
  const error = 3 * wanted.perm_sd * Math.sqrt(1 / draws[0] + 1 / draws[1]);
  compare.exact(`${label} mean`, Math.abs(found.chanceMean - wanted.perm_mean) <= error, true);
  compare.exact(`${label} sd`, Math.abs(found.chanceSd - wanted.perm_sd) <= error, true);
}

function compareMrqap(
  compare: Comparison,
  relations: Record<string, TieMatrix>,
  wanted: ExpectedMrqap,
): void {
  const y = relations[wanted.y]!;
  const predictors = wanted.x.slice(1).map((name) => ({ name, matrix: relations[name]! }));
  const draws = [mrqapDraws, wanted.reps] as const;
  const run = (nullHypothesis: MrqapNull) =>
    sufficient(mrqap(y, predictors, { permutations: mrqapDraws, seed: 5, nullHypothesis }));
  const found = run('double-semi-partialling');
  compare.same(
    'names',
    found.terms.map((term) => term.name),
    wanted.x,
  );
  compare.close('r squared', found.rSquared, wanted.r_squared);
  compare.close('adjusted r squared', found.adjustedRSquared, wanted.adj_r_squared);
  const permuted = run('permute-y');
  found.terms.forEach((term, k) => {
    compare.close(`${term.name} coefficient`, term.coefficient, wanted.ols_coef[k]!);
    compare.close(`${term.name} t`, term.t, wanted.ols_t[k]!);
    drawn(compare, `${term.name} p`, term.pTwoSided, wanted.dsp_p_two_sided[k]!, draws);
    drawn(compare, `${term.name} p ge`, term.pGreater, wanted.dsp_p_ge[k]!, draws);
    drawn(compare, `${term.name} p le`, term.pLess, wanted.dsp_p_le[k]!, draws);
    const other = permuted.terms[k]!;
    compare.close(`${term.name} t again`, other.t, wanted.ols_t[k]!);
    drawn(compare, `${term.name} y p`, other.pTwoSided, wanted.yperm_p_two_sided[k]!, draws);
  });
  const logistic = sufficient(mrqapLogistic(y, predictors, { permutations: 19, seed: 5 }));
  compare.same(
    'logit',
    logistic.terms.map((term) => term.coefficient),
    wanted.logit_coef,
    iterated,
  );
  compare.same(
    'logit se',
    logistic.terms.map((term) => term.standardError),
    wanted.logit_se_naive,
    iterated,
  );
  compare.close('deviance', logistic.deviance, wanted.logit_deviance, exactly);
  compare.close('null deviance', logistic.nullDeviance, wanted.logit_null_deviance, exactly);
}

/** Two Monte Carlo shares of the same chance, within three standard errors of their difference. */
function drawn(
  compare: Comparison,
  label: string,
  actual: number,
  wanted: number,
  [ours, theirs]: readonly [number, number],
): void {
  const p = (actual * ours + wanted * theirs) / (ours + theirs);
  const error = 3 * Math.sqrt(p * (1 - p) * (1 / ours + 1 / theirs)) + 1 / ours;
  compare.exact(`${label} ${actual} ~ ${wanted}`, Math.abs(actual - wanted) <= error, true);
}
