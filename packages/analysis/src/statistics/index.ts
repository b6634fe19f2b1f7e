/** Statistics: description, regression, rates, resampling, reliability and process charts. */
export { partialCorrelation, pearson, spearman } from './correlation.ts';
export type { Description } from './descriptive.ts';
export { describeNumbers } from './descriptive.ts';
export { betaQuantile } from './distribution/beta.ts';
export {
  chiSquareLowerTail,
  chiSquareQuantile,
  chiSquareUpperTail,
} from './distribution/chi-square.ts';
export { fRatioLowerTail, fRatioQuantile, fRatioUpperTail } from './distribution/f-ratio.ts';
export { logGamma } from './distribution/log-gamma.ts';
export {
  normalDensity,
  normalLowerTail,
  normalQuantile,
  normalTwoSided,
  normalUpperTail,
} from './distribution/normal.ts';
export {
  studentTLowerTail,
  studentTQuantile,
  studentTTwoSided,
  studentTUpperTail,
} from './distribution/student-t.ts';
export type { Expression } from './formula/expression.ts';
export {
  columnsOf,
  evaluate,
  printExpression,
  readExpression,
  TokenReader,
} from './formula/expression.ts';
export type { DataColumns, ModelFrame } from './formula/model-frame.ts';
export { modelFrame } from './formula/model-frame.ts';
export type { Factor, Formula } from './formula/read-formula.ts';
export { readFormula } from './formula/read-formula.ts';
export type { Token } from './formula/tokens.ts';
export { formulaError, readTokens } from './formula/tokens.ts';
export type { Insufficient } from './insufficient.ts';
export { insufficient, isInsufficient } from './insufficient.ts';
export { kendall } from './kendall.ts';
export { mean, standardDeviation, variance } from './mean.ts';
export { median } from './median.ts';
export type { MixedLogistic } from './mixed/mixed-logistic.ts';
export { mixedLogistic } from './mixed/mixed-logistic.ts';
export type {
  MixedInput,
  MixedModel,
  MixedOptions,
  MixedWarning,
  VarianceComponent,
} from './mixed/mixed-model.ts';
export { mixedModel } from './mixed/mixed-model.ts';
export type { ComparisonControl } from './multiple-comparisons.ts';
export { adjustForComparisons } from './multiple-comparisons.ts';
export type { IndividualsChart } from './process/individuals-chart.ts';
export { individualsChart } from './process/individuals-chart.ts';
export type { ProportionChart, ProportionPoint } from './process/proportion-chart.ts';
export { proportionChart } from './process/proportion-chart.ts';
export { quantile } from './quantile.ts';
export type { Rate, RateComparison, RateWarning, RatioEstimate } from './rates/compare-rates.ts';
export { compareRates } from './rates/compare-rates.ts';
export type { ChiSquareTest } from './rates/contingency.ts';
export { chiSquareIndependence, rateTrend } from './rates/contingency.ts';
export { fisherExact } from './rates/fisher-exact.ts';
export type { MantelHaenszel, Stratum } from './rates/mantel-haenszel.ts';
export { mantelHaenszel } from './rates/mantel-haenszel.ts';
export type { Count } from './rates/proportion-intervals.ts';
export { clopperPearsonInterval, wilsonInterval } from './rates/proportion-intervals.ts';
export type { ClusterKind } from './regression/cluster-covariance.ts';
export type { Coefficient, Interval } from './regression/coefficient.ts';
export { standardizedCoefficients, varianceInflation } from './regression/collinearity.ts';
export type { Predictor, RegressionInput } from './regression/design.ts';
export type {
  ErrorKind,
  LeastSquares,
  LeastSquaresOptions,
  LeastSquaresWarning,
} from './regression/least-squares.ts';
export { leastSquares } from './regression/least-squares.ts';
export type { LinearFit } from './regression/linear-fit.ts';
export type { Logistic, LogisticOptions, LogisticWarning } from './regression/logistic.ts';
export { logistic } from './regression/logistic.ts';
export type { LogisticErrors } from './regression/logistic-covariance.ts';
export type { RobustKind } from './regression/robust-covariance.ts';
export { studentizedResiduals } from './regression/studentized-residuals.ts';
export { waldTest } from './regression/wald-test.ts';
export type { Alpha, AlphaWarning } from './reliability/alpha.ts';
export { cronbachAlpha } from './reliability/alpha.ts';
export type {
  GroupAgreement,
  GroupReliability,
  ItemsAgreementKind,
} from './reliability/group-agreement.ts';
export {
  groupAgreement,
  groupReliability,
  itemsAgreement,
  uniformVariance,
} from './reliability/group-agreement.ts';
export type { Intraclass, IntraclassForm } from './reliability/intraclass.ts';
export { intraclassCorrelations } from './reliability/intraclass.ts';
export type { Bootstrap, BootstrapOptions } from './resampling/bootstrap.ts';
export { bootstrap } from './resampling/bootstrap.ts';
export type { LongWork } from './resampling/long-work.ts';
export { permutationCorrelation } from './resampling/permutation-correlation.ts';
export type { PermutationOptions, PermutationTest } from './resampling/permutation-test.ts';
export { permutationTest } from './resampling/permutation-test.ts';
export type {
  RunChart,
  RunChartDrawing,
  RunChartOptions,
  RunChartPoint,
  RunChartWarning,
} from './run-chart.ts';
export { runChart } from './run-chart.ts';
export type { RunChartLimits } from './run-chart-limits.ts';
export { runChartLimits } from './run-chart-limits.ts';
export type { DatedValue } from './run-chart-order.ts';
export type { RunsDistribution } from './runs-distribution.ts';
export type { DesignVariance, SurveyDesign } from './survey/survey-design.ts';
export { designVariance } from './survey/survey-design.ts';
export { surveyMean, surveyRegression, surveyTotal } from './survey/survey-estimate.ts';
export type { OneWayVariance, VarianceSource } from './variance/one-way.ts';
export { oneWayVariance } from './variance/one-way.ts';
export type { WelchTest, WelchVariance } from './variance/welch.ts';
export { welchTest, welchVariance } from './variance/welch.ts';
