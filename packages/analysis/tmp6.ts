import { network as c, seededRandom } from './src/index.ts';

const r = seededRandom(3),
  n = Number(process.argv[2]),
  m = n * 10;
const nodes = Array.from({ length: n }, (_, i) => String(i));
const g = c.createNetwork({
  nodes,
  ties: Array.from({ length: m }, () => ({
    from: nodes[Math.floor(r() * n)]!,
    to: nodes[Math.floor(r() * n)]!,
  })),
});
const T = (k: string, f: () => unknown) => {
  const t = performance.now();
  f();
  console.log(k, Math.round(performance.now() - t));
};
T('census', () => c.triadCensus(g));
T('close', () => c.closeness(g));
T('eig', () => c.eigenvectorCentrality(c.symmetrize(g)));
T('pr', () => c.pageRank(g));
T('trans', () => c.transitivity(g));
T('louvain', () => c.louvain(g, { seed: 1, starts: 20 }));
T('cont', () => c.continuousCore(g));
T('layout', () => c.layout(g, { seed: 1 }));
T('frag', () => c.fragility(g));
T('paths', () => c.pathLengths(g));
T('core only', () => c.corePeriphery(g, { seed: 1 }));
T('either', () => c.corePeriphery(g, { seed: 1, ideal: 'either' }));
