// Cases of the reference data that only a full copy of it holds, and surveys with published results.
import { dataColumns } from '../src/command/statistics/data-columns.ts';
import { readTable } from '../src/command/table.ts';
import { partialCorrelation, pearson } from '../src/statistics/correlation.ts';
import type { DataColumns, ModelFrame } from '../src/statistics/formula/model-frame.ts';
import { modelFrame } from '../src/statistics/formula/model-frame.ts';
import { readFormula } from '../src/statistics/formula/read-formula.ts';
import { mixedLogistic } from '../src/statistics/mixed/mixed-logistic.ts';
import type { MixedModel } from '../src/statistics/mixed/mixed-model.ts';
import { mixedModel } from '../src/statistics/mixed/mixed-model.ts';
import { proportionChart } from '../src/statistics/process/proportion-chart.ts';
import { quantile } from '../src/statistics/quantile.ts';
import { compareRates } from '../src/statistics/rates/compare-rates.ts';
import { mantelHaenszel } from '../src/statistics/rates/mantel-haenszel.ts';
import type { Coefficient } from '../src/statistics/regression/coefficient.ts';
import type { ErrorKind } from '../src/statistics/regression/least-squares.ts';
import { leastSquares } from '../src/statistics/regression/least-squares.ts';
import { logistic } from '../src/statistics/regression/logistic.ts';
import { cronbachAlpha } from '../src/statistics/reliability/alpha.ts';
import { groupReliability, itemsAgreement } from '../src/statistics/reliability/group-agreement.ts';
import {
  surveyMean,
  surveyRegression,
  surveyTotal,
} from '../src/statistics/survey/survey-estimate.ts';
import type { Comparison } from './reference.ts';
import { readReference, readReferenceJson, referenceCase, reportTotal } from './reference.ts';

type Json = { [key: string]: Json } & number & number[];
const expected = readReferenceJson('outcomes/expected/outcomes.json') as Json;
const process = readReferenceJson('stats/expected/spc_suppression.json') as Json;
const csv = (name: string) => `outcomes/csv/${name}.csv`;
const load = (name: string): DataColumns =>
  dataColumns(readTable(readReference(csv(name)), csv(name)));

/** Registers a case for a part of the expected results; a copy without that part has no such case. */
function partCase(
  name: string,
  part: Json | undefined,
  file: string,
  body: (compare: Comparison, want: Json) => void,
): void {
  if (part === undefined) return;
  referenceCase(name, (compare) => body(compare, part), [csv(file)]);
}

partCase('Massachusetts schools', expected.maschools, 'MASchools', (compare, want) => {
  compareModel(compare, want.m!, load('MASchools'));
});

partCase('New York schools', expected.nyc, 'nyc_school_explorer_2016', (compare, want) => {
  const data = filterRows(load('nyc_school_explorer_2016'), (row) => {
    const at = (name: string) => Number(row(name) ?? Number.NaN);
    const present = row('economic_need_index') !== null && row('ela') !== null;
    return present && at('collaborative_teachers') > 0 && at('attendance') > 0;
  });
  compare.exact('n', data.ela!.length, want.n);
  for (const name of ['unadjusted', 'adjusted', 'full']) compareModel(compare, want[name]!, data);
  const numbers = (name: string) => data[name] as number[];
  const [need, ela] = [numbers('economic_need_index'), numbers('ela')];
  const collaboration = numbers('collaborative_teachers');
  compare.close(
    'partial',
    partialCorrelation(collaboration, ela, [need]),
    want.partial_cor_collab_ela_given_need!,
  );
  const names = want.cor_matrix!.vars as unknown as string[];
  for (const [i, a] of names.entries()) {
    for (const [j, b] of names.entries()) {
      const r = (want.cor_matrix!.r as unknown as number[][])[i]![j]!;
      compare.close(`r ${a} ${b}`, pearson(numbers(a), numbers(b)), r);
    }
  }
  const cuts = [0.25, 0.5, 0.75].map((p) => quantile(need, p));
  for (const part of want.by_need_quartile as unknown as Json[]) {
    const own = [...need.keys()].filter(
      (i) => 1 + cuts.filter((cut) => need[i]! > cut).length === part.quartile,
    );
    const pick = (column: readonly number[]) => own.map((i) => column[i]!);
    compare.exact('quartile n', own.length, part.n);
    const predictors = [{ name: 'c', values: pick(collaboration) }];
    const fit = known(leastSquares({ outcome: pick(ela), predictors }, { errors: 'HC1' }));
    compare.close('slope', fit.coefficients[1]!.estimate, part.slope!);
    compare.close('slope se', fit.coefficients[1]!.standardError, part.slope_se_HC1!);
    compare.close('r', pearson(pick(ela), pick(collaboration)), part.r!);
  }
  const mixed = fitMixed(
    'ela ~ collaborative_teachers + economic_need_index + (1 | district)',
    data,
  );
  compareFixed(compare, mixed, want.mixed!);
  compare.close('var', mixed.components[0]!.value, want.mixed!.var_district!, 1e-4);
  compare.close('residual', mixed.residualVariance, want.mixed!.var_resid!, 1e-4);
  compare.close('deviance', mixed.deviance, want.mixed!.reml_deviance!);
  const empty = fitMixed('ela ~ 1 + (1 | district)', data);
  compare.close('icc', empty.intraclass!, want.mixed!.icc_null!, 1e-4);
});

partCase('California index, all schools', expected.api, 'apipop', (compare, want) => {
  const data = load('apipop');
  compare.exact('schools', data.api00!.length, want.schools);
  compareModel(compare, want.population!, data);
});

/** Published by the survey package's authors: estimate and standard error as printed. */
const PUBLISHED = { mean: [662.29, 9.41], total: [3_687_178, 114_642], cluster: [644.17, 23.54] };

referenceCase(
  'California index, stratified survey',
  (compare) => {
    const data = load('apistrat');
    const numbers = (name: string) => data[name] as number[];
    const design = {
      weights: numbers('pw'),
      strata: data.stype as string[],
      population: numbers('fpc'),
    };
    const mean = known(surveyMean(numbers('api00'), design));
    const total = known(surveyTotal(numbers('enroll'), design));
    const have = [mean.estimate, mean.standardError, total.estimate, total.standardError];
    const digits = [2, 2, 0, 0];
    const printed = have.map((value, i) => Number(value.toFixed(digits[i]!)));
    compare.same('published', printed, [...PUBLISHED.mean, ...PUBLISHED.total]);
    if (!expected.api) return;
    const want = expected.api.strat!;
    const keys = ['mean_api00', 'se', 'total_enroll', 'se_total'] as const;
    for (const [i, key] of keys.entries()) compare.close(key, have[i]!, want[key]!);
    const predictors = ['ell', 'meals', 'mobility'].map((name) => ({
      name,
      values: numbers(name),
    }));
    const fit = known(surveyRegression(numbers('api00'), predictors, design));
    for (const { name, estimate, standardError } of fit) {
      compare.close(name, estimate, want.glm_coef![name]!);
      compare.close(`${name} se`, standardError, want.glm_se![name]!);
    }
  },
  [csv('apistrat')],
);

referenceCase(
  'California index, clustered survey',
  (compare) => {
    const data = load('apiclus1');
    const numbers = (name: string) => data[name] as number[];
    const mean = known(
      surveyMean(numbers('api00'), {
        weights: numbers('pw'),
        cluster: numbers('dnum'),
        population: numbers('fpc'),
      }),
    );
    const have = [mean.estimate, mean.standardError];
    compare.same(
      'published',
      have.map((value) => Number(value.toFixed(2))),
      PUBLISHED.cluster,
    );
    if (!expected.api) return;
    compare.same('clus1', have, [expected.api.clus1!.mean_api00!, expected.api.clus1!.se!], 1e-9);
  },
  [csv('apiclus1')],
);

for (const name of ['hsb_null', 'hsb_null_ml', 'hsb_context', 'hsb_random_slope']) {
  partCase(`High School and Beyond ${name}`, expected.mixed![name], 'Hsb82', (compare, want) => {
    const { formula, method } = want as unknown as { formula: string; method: 'ML' | 'REML' };
    const fit = fitMixed(formula, load('Hsb82'), method);
    compare.exact('n', fit.observations, want.n);
    compare.exact('groups', fit.groups, want.groups);
    compareFixed(compare, fit, want);
    compareComponents(compare, fit, want.varcomp as unknown as Component[]);
    for (const key of ['deviance', 'aic', 'bic'] as const) compare.close(key, fit[key], want[key]!);
  });
}

partCase(
  'High School and Beyond, effects of schools',
  expected.mixed!.hsb_schools_blup_first5,
  'Hsb82',
  (compare, want) => {
    const fit = fitMixed('mAch ~ 1 + (1 | school)', load('Hsb82'));
    const effects = new Map(fit.groupEffects.map((each) => [each.group, each.values[0]!]));
    for (const [i, school] of (want.school as unknown as (string | number)[]).entries()) {
      compare.close(`school ${school}`, effects.get(String(school))!, want.blup![i]!, 1e-5);
    }
  },
);

partCase('STAR cohort, rates', expected.retention_star, 'STAR', (compare, want) => {
  const { kept1, kept3, free, small } = starCohort();
  compare.exact('n', kept3.length, want.n);
  compareTwo(compare, want.kept1!, kept1, free);
  compareTwo(compare, want.kept3!, kept3, free);
  for (const [name, flag] of [
    ['free', 1],
    ['nonfree', 0],
  ] as const) {
    const own = [...free.keys()].filter((i) => free[i] === flag);
    const pick = (column: number[]) => own.map((i) => column[i]!);
    compareTwo(compare, want.small_vs_other_by_stratum![name]!, pick(kept3), pick(small));
  }
  const strata = [0, 1].map((flag) => {
    const own = [...free.keys()].filter((i) => free[i] === flag);
    return twoCounts(
      own.map((i) => kept3[i]!),
      own.map((i) => small[i]!),
    );
  });
  const pooled = known(mantelHaenszel(strata));
  const mh = want.mantel_haenszel_small_adjusted_for_lunch!;
  const { estimate, interval } = pooled.oddsRatio;
  compare.close('or', estimate, mh.or!);
  compare.same('ci', [interval.low, interval.high], mh.ci!, 1e-9);
  compare.close('chisq', pooled.test.statistic, mh.chisq!);
  compare.close('p', pooled.test.p, mh.p!);
});

partCase('STAR cohort, logistic', expected.retention_star, 'STAR', (compare, want) => {
  const { kept3, free, small, school } = starCohort();
  const both = free.map((value, i) => value * small[i]!);
  const main = [
    { name: 'free', values: free },
    { name: 'small', values: small },
  ];
  for (const [key, predictors] of [
    ['logistic', main],
    ['logistic_interaction', [...main, { name: 'free:small', values: both }]],
  ] as const) {
    const part = want[key]!;
    const input = { outcome: kept3, predictors };
    for (const [errors, name] of [
      ['model', 'se'],
      ['HC0', 'se_HC0'],
      ['CR1', 'se_cluster_HC0_cadjust'],
    ] as const) {
      const fit = known(logistic(input, { errors, cluster: school }));
      compareNamed(compare, `${key} ${name}`, fit.coefficients, part[name]!, 'standardError', 1e-7);
      if (errors !== 'model') continue;
      compareNamed(compare, key, fit.coefficients, part.coef!, 'estimate', 1e-7);
      compareNamed(compare, `${key} z`, fit.coefficients, part.z!, 'statistic', 1e-7);
      compare.close('deviance', fit.deviance, part.deviance!);
      compare.close('null deviance', fit.nullDeviance, part.null_deviance!);
      compare.close('loglik', fit.logLikelihood, part.loglik!);
    }
  }
  const fit = known(mixedLogistic({ outcome: kept3, predictors: main, group: school }));
  compareNamed(compare, 'glmm', fit.coefficients, want.glmm!.fixef!, 'estimate', 1e-4);
  // The reference's own curvature is only good to about one in a thousand: its steps are coarse, and
  // its likelihood at the end is a little below this one.
  compareNamed(compare, 'glmm se', fit.coefficients, want.glmm!.se!, 'standardError', 2e-3);
  compare.close('glmm var', fit.groupVariance, want.glmm!.var_school!, 1e-4);
  compare.close('glmm loglik', fit.logLikelihood, want.glmm!.loglik!, 1e-7);
});

partCase('STAR cohort, funnel', expected.retention_star, 'STAR', (compare, cohort) => {
  const want = cohort.by_school_first10!;
  const { schools, counts } = starSchools();
  const chart = known(proportionChart(counts));
  compare.close('centre', chart.centre, want.pbar!);
  compare.exact('schools', schools.length, want.schools);
  compare.same(
    'outside',
    chart.outside.map((i) => schools[i]!),
    want.outside_3sigma,
  );
  for (const [i, row] of (want.rows as unknown as Json[]).entries()) {
    const point = chart.points[i]!;
    compare.close('rate', point.rate, row.rate!);
    compare.close('lower', point.lower, row.lcl3!);
    compare.close('upper', point.upper, row.ucl3!);
  }
});

partCase('p and Laney charts, STAR schools', process.p_chart_star, 'STAR', (compare, want) => {
  const { schools, counts } = starSchools();
  const [plain, laney] = [known(proportionChart(counts)), known(proportionChart(counts, 'laney'))];
  compare.close('pbar', plain.centre, want.pbar!);
  for (const [i, row] of (want.first5 as unknown as Json[]).entries()) {
    compare.exact('school', schools[i], row.school);
    compare.close('p', plain.points[i]!.rate, row.p!);
    compare.close('lcl', plain.points[i]!.lower, row.lcl!);
    compare.close('ucl', plain.points[i]!.upper, row.ucl!);
  }
  const named = (chart: typeof plain) => chart.outside.map((i) => schools[i]!);
  compare.same('outside', named(plain), want.outside);
  compare.close('sigma z', laney.sigmaZ, want.laney_sigma_z!);
  compare.same('laney outside', named(laney), want.laney_outside);
});

partCase(
  'Leadership survey',
  expected.reliability!.lq2002,
  'lq2002_leadership',
  (compare, want) => {
    const data = load('lq2002_leadership');
    const items = Object.keys(data).filter((name) => name.startsWith('LEAD'));
    const rows = data.COMPID!.map((_, i) => items.map((name) => Number(data[name]![i])));
    const byGroup = Map.groupBy(rows.keys(), (i) => String(data.COMPID![i]));
    const groups = [...byGroup.values()].map((own) => [...own].map((i) => rows[i]!));
    compare.exact('items', items.length, want.items);
    compare.exact('groups', groups.length, want.groups);
    compare.close('alpha', known(cronbachAlpha(rows)).alpha, want.alpha!);
    const [james, lindell] = [itemsAgreement(groups, 2), itemsAgreement(groups, 2, 'lindell')].map(
      known,
    );
    compare.close('rwgj mean', james!.mean, want.rwgj_mean!);
    compare.close('rwgj median', james!.median, want.rwgj_median!);
    compare.close('lindell mean', lindell!.mean, want.rwgj_lindell_mean!);
    const first = want.rwgj_first5!['rwg.j'] as number[];
    compare.same('first', james!.values.slice(0, 5), first, 1e-9);
    const means = groups.map((group) =>
      group.map((row) => row.reduce((sum, value) => sum + value, 0) / row.length),
    );
    const scale = known(groupReliability(means));
    compare.close('icc1', scale.icc1, want.icc1!);
    compare.close('icc2', scale.icc2!, want.icc2!);
  },
);

reportTotal('outcomes');

function compareModel(compare: Comparison, want: Json, data: DataColumns): void {
  const cluster = (want.cluster as { by?: string } | undefined)?.by;
  const formula = readFormula(want.formula as unknown as string);
  const frame = modelFrame(formula, data, cluster === undefined ? [] : [cluster]);
  const fit = solve(frame, 'classic');
  compare.exact('n', fit.observations, want.n);
  compareNamed(compare, 'coef', fit.coefficients, want.coef!, 'estimate');
  compareNamed(compare, 'se', fit.coefficients, want.se_classic!, 'standardError');
  compareNamed(compare, 't', fit.coefficients, want.t!, 'statistic');
  compareNamed(compare, 'p', fit.coefficients, want.p!, 'p');
  compare.close('sigma', fit.residualSd, want.sigma!);
  compare.close('r2', fit.rSquared, want.r2!);
  compare.close('F', fit.f!.statistic, want.f_stat!);
  compare.close('aic', fit.aic, want.aic!);
  compare.close('bic', fit.bic, want.bic!);
  for (const kind of ['HC0', 'HC1', 'HC2', 'HC3'] as const) {
    const errors = want[`se_${kind}`]!;
    compareNamed(compare, kind, solve(frame, kind).coefficients, errors, 'standardError');
  }
  if (cluster === undefined) return;
  for (const [kind, key] of [
    ['CR0', 'se_CR0'],
    ['CR1', 'se_CR1_cadjust_only'],
    ['CR1S', 'se_CR1_stata'],
    ['CR2', 'se_CR2'],
  ] as const) {
    const { coefficients } = solve(frame, kind, frame.labels[cluster]);
    compareNamed(compare, kind, coefficients, want.cluster![key]!, 'standardError');
    if (kind !== 'CR2') continue;
    const df = want.cluster!.df_CR2_satterthwaite!;
    compareNamed(compare, 'df', coefficients, df, 'degreesOfFreedom');
  }
}

function solve(frame: ModelFrame, errors: ErrorKind, cluster?: readonly string[]) {
  const { outcome, predictors, intercept } = frame;
  return known(
    leastSquares({ outcome, predictors, intercept }, { errors, ...(cluster ? { cluster } : {}) }),
  );
}

function compareNamed(
  compare: Comparison,
  label: string,
  have: readonly Coefficient[],
  want: Json,
  key: 'estimate' | 'standardError' | 'statistic' | 'p' | 'degreesOfFreedom',
  relative = 1e-9,
): void {
  compare.exact(`${label} count`, have.length, Object.keys(want).length);
  for (const each of have)
    compare.close(`${label} ${each.name}`, each[key], want[each.name]!, relative);
}

function fitMixed(text: string, data: DataColumns, method: 'ML' | 'REML' = 'REML'): MixedModel {
  const formula = readFormula(text);
  const { group, slopes } = formula.random!;
  const frame = modelFrame(formula, data, [group, ...slopes]);
  const { outcome, predictors, intercept } = frame;
  const input = { outcome, predictors, intercept, slopes, group: frame.labels[group]! };
  return known(mixedModel(input, { method }));
}

/** A column of two values may be coded against either: its sign and the intercept differ by that. */
function compareFixed(compare: Comparison, fit: MixedModel, want: Json): void {
  for (const { name, estimate, standardError } of fit.coefficients) {
    compare.close(name, estimate, want.fixef![name]!, 1e-5);
    compare.close(`${name} se`, standardError, want.se![name]!, 1e-4);
  }
}

type Component = { grp: string; var1: string | null; var2: string | null; vcov: number };

function compareComponents(compare: Comparison, fit: MixedModel, want: Component[]): void {
  for (const { grp, var1, var2, vcov } of want) {
    const have = fit.components.find(
      (each) =>
        (each.name === var1 && each.with === (var2 ?? null)) ||
        (each.name === var2 && each.with === var1),
    );
    const value = grp === 'Residual' ? fit.residualVariance : have!.value;
    compare.close(`${grp} ${var1} ${var2}`, value, vcov, 1e-4);
  }
}

function starCohort() {
  const data = filterRows(load('STAR'), (row) =>
    ['stark', 'lunchk', 'schoolidk'].every((name) => row(name) !== null),
  );
  const flag = (name: string, is: (value: unknown) => boolean) =>
    data[name]!.map((value) => (is(value) ? 1 : 0));
  return {
    kept1: flag('star1', (value) => value !== null),
    kept3: flag('star3', (value) => value !== null),
    free: flag('lunchk', (value) => value === 'free'),
    small: flag('stark', (value) => value === 'small'),
    school: data.schoolidk as number[],
  };
}

function starSchools() {
  const { kept3, school } = starCohort();
  const rows = Map.groupBy(school.keys(), (i) => school[i]!);
  const schools = [...rows.keys()].sort((a, b) => a - b);
  const counts = schools.map((id) => ({
    events: rows.get(id)!.reduce((sum, i) => sum + kept3[i]!, 0),
    of: rows.get(id)!.length,
  }));
  return { schools, counts };
}

function twoCounts(outcome: number[], group: number[]) {
  const count = (flag: number) => {
    const own = outcome.filter((_, i) => group[i] === flag);
    return { events: own.reduce((sum, value) => sum + value, 0), of: own.length };
  };
  return { exposed: count(1), unexposed: count(0) };
}

function compareTwo(compare: Comparison, want: Json, outcome: number[], group: number[]): void {
  const { exposed, unexposed } = twoCounts(outcome, group);
  const result = compareRates(exposed, unexposed);
  const ends = (interval: { low: number; high: number } | null) => [interval!.low, interval!.high];
  compare.same(
    'counts',
    [exposed.events, exposed.of, unexposed.events, unexposed.of],
    [...want.exposed!, ...want.unexposed!],
  );
  compare.same('wilson', ends(result.exposed.wilson), want.wilson_exposed, 1e-9);
  compare.same('wilson 0', ends(result.unexposed.wilson), want.wilson_unexposed, 1e-9);
  compare.same('exact', ends(result.exposed.clopperPearson), want.clopper_pearson_exposed, 1e-9);
  compare.close('difference', result.difference.estimate, want.risk_difference!);
  compare.same('wald', ends(result.difference.wald), want.rd_wald, 1e-9);
  compare.same('newcombe', ends(result.difference.newcombe), want.rd_newcombe, 1e-9);
  compare.close('ratio', result.ratio!.estimate, want.risk_ratio!);
  compare.same('ratio ci', ends(result.ratio!.interval), want.rr_log_wald, 1e-9);
  compare.close('odds ratio', result.oddsRatio!.estimate, want.odds_ratio!);
  compare.same('odds ci', ends(result.oddsRatio!.interval), want.or_wald, 1e-9);
  compare.close('chi-square', result.chiSquare!.statistic, want.chisq_no_correction!);
  compare.close('chi-square p', result.chiSquare!.p, want.chisq_p!);
  compare.close('fisher', result.fisherP, want.fisher_p!);
}

function filterRows(
  data: DataColumns,
  keep: (row: (name: string) => number | string | null) => boolean,
): DataColumns {
  const count = Object.values(data)[0]!.length;
  const rows = Array.from({ length: count }, (_, i) => i).filter((i) =>
    keep((name) => data[name]![i]!),
  );
  return Object.fromEntries(
    Object.entries(data).map(([name, column]) => [name, rows.map((i) => column[i]!)]),
  );
}

function known<T extends object>(result: T): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { insufficient: unknown }>;
}
