/** Collaboration networks: who works with whom, and what that means for a partnership. */
export { type Betweenness, betweenness, betweennessInThreads } from './betweenness.ts';
export { type Blocks, blocks } from './blocks.ts';
export { type Closeness, type ClosenessDirection, closeness } from './closeness.ts';
export { type Components, strongComponents, weakComponents } from './components.ts';
export {
  type ContinuousCore,
  type ContinuousCoreOptions,
  continuousCore,
} from './core-continuous.ts';
export type { CoreIdeal } from './core-ideal.ts';
export { type CorePeriphery, type CorePeripheryOptions, corePeriphery } from './core-periphery.ts';
export { type CorenessMode, coreness } from './coreness.ts';
export { type Bridge, type CrossGroupTies, crossGroupTies } from './cross-group-ties.ts';
export { type DegreeCentralization, degreeCentralization } from './degree-centralization.ts';
export { type Degrees, degrees } from './degrees.ts';
export { type Density, density, leastResponseRate } from './density.ts';
export { type DyadCensus, dyadCensus } from './dyad-census.ts';
export { type EiIndex, type EiTest, eiIndex, eiTest } from './ei-index.ts';
export {
  type EigenvectorCentrality,
  type EigenvectorOptions,
  eigenvectorCentrality,
} from './eigenvector.ts';
export { type BridgeTie, type CutPerson, type Fragility, fragility } from './fragility.ts';
export { type LayoutOptions, layout } from './layout.ts';
export { type Communities, type LouvainOptions, louvain } from './louvain.ts';
export { type Modularity, type ModularityOptions, modularity } from './modularity.ts';
export {
  type Mrqap,
  type MrqapNull,
  type MrqapOptions,
  type MrqapTerm,
  mrqap,
  mrqapInThreads,
} from './mrqap.ts';
export type { Predictor } from './mrqap-design.ts';
export {
  type MrqapLogistic,
  type MrqapLogisticOptions,
  type MrqapLogisticTerm,
  mrqapLogistic,
  mrqapLogisticInThreads,
} from './mrqap-logistic.ts';
export { countTies, createNetwork, type Network, type NetworkInput, type Tie } from './network.ts';
export type { Point } from './pack-components.ts';
export { type PageRank, type PageRankOptions, pageRank } from './page-rank.ts';
export { type PathLengths, pathLengths } from './path-lengths.ts';
export type { PermutationOptions, PermutationSummary } from './permutation.ts';
export {
  type QapCorrelation,
  type QapOptions,
  qapCorrelation,
  qapCorrelationInThreads,
} from './qap-correlation.ts';
export { type Reciprocity, reciprocity } from './reciprocity.ts';
export { type SymmetrizeRule, symmetrize } from './symmetrize.ts';
export {
  differenceMatrix,
  sameLabelMatrix,
  type TieMatrix,
  tieMatrix,
} from './tie-matrix.ts';
export { type Transitivity, transitivity } from './transitivity.ts';
export { type TriadCensus, type TriadKind, triadCensus, triadKinds } from './triad-census.ts';
export type { Watch } from './workload.ts';
