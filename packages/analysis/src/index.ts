/** The doors of the analysis engine: every number in Concord is made behind one of these. */
export { AnalysisInputError } from './errors.ts';
export { seededRandom } from './random.ts';
