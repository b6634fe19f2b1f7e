// Which module may import which, and why. `npm run check` holds the sources to it;
// app/test/import-rules.test.ts breaks each rule once and expects to hear of it.

const layers = ['partnership', 'measure', 'prepare', 'act', 'reflect'];
const anyLayer = layers.join('|');
const slice = `^app/src/(${anyLayer})/([^/]+)/`;
const door = `^app/src/(${anyLayer})/[^/]+/(index|server)[.]ts`;
const test = '[.]test[.]tsx?';
const testing = '/testing/';
const view = '[.]view[.]tsx|[.]island[.]ts|^app/src/ui/';
/** The copy that is checked keeps what a file imports only as types in a file of this name. */
const typesAlone = '[.]types[.]js$';
/** Everything that only a server has: what is left of platform/ are plain values. */
const server =
  '[.](store|schema|server)[.]ts|/server[.]ts|^app/src/platform/(?!(form|input-problem|errors|calendar-day)[.]ts)';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const layerRules = layers.map((layer, index) =>
  rule(
    `${layer}-knows-no-later-phase`,
    'Each phase builds on the ones before it. Only routes/ lets a later phase feed an earlier one.',
    { path: `^app/src/${layer}/` },
    { path: `^app/src/(${[...layers.slice(index + 1), 'routes', 'command'].join('|')})/` },
  ),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'analysis-stands-alone',
      'packages/analysis is the only place where numbers are made, and needs nothing to be checked.',
      { path: '^packages/analysis/src/' },
      { pathNot: '^packages/analysis/src/', dependencyTypesNot: ['core'] },
    ),
    rule(
      'analysis-is-pure',
      'Only the command line and the workers of packages/analysis touch the machine.',
      {
        path: '^packages/analysis/src/',
        pathNot: '^packages/analysis/src/command/|worker[.]ts|/(landscape-crew|run-slices)[.]ts',
      },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'analysis-at-its-door',
      'The application uses what packages/analysis exports, by its name.',
      { path: '^app/' },
      { path: '^packages/analysis/' },
    ),
    ...layerRules,
    rule(
      'slices-meet-at-doors',
      'Another slice is known by its index.ts (for every side) and server.ts (for the server) alone.',
      { path: slice, pathNot: testing },
      { path: slice, pathNot: ['^app/src/$1/$2/', door, testing] },
    ),
    rule(
      'routes-come-through-doors',
      'What combines slices knows them by their doors alone.',
      { path: '^app/src/(routes|command|main[.]ts)', pathNot: [test, testing] },
      { path: slice, pathNot: door },
    ),
    rule(
      'test-support-for-tests',
      'What only tests need is not part of the product.',
      { path: '^app/src/', pathNot: `${test}|${testing}` },
      { path: testing },
    ),
    rule(
      'views-reach-no-server',
      'A view shows what it is given, so that it can be shown anywhere.',
      { path: view, pathNot: [test, typesAlone] },
      { path: server, reachable: true },
    ),
    rule(
      'first-door-is-for-every-side',
      'index.ts of a slice may be imported by a view.',
      { path: `^app/src/(${anyLayer})/[^/]+/index[.]ts`, pathNot: typesAlone },
      { path: server, reachable: true },
    ),
    rule(
      'queries-in-stores',
      'Whoever looks for a query looks in a store.',
      { path: '^app/src/', pathNot: `[.]store[.]ts|^app/src/platform/|${testing}|${test}` },
      { path: '^kysely' },
    ),
    rule(
      'foundation-knows-no-domain',
      'platform/ and ui/ would serve any product.',
      { path: '^app/src/(platform|ui)/' },
      { path: `^app/src/(${anyLayer}|routes|command)/|^app/src/main[.]ts` },
    ),
    rule(
      'platform-shows-nothing',
      'platform/ works where there is no page.',
      { path: '^app/src/platform/' },
      { path: '^app/src/ui/' },
    ),
    rule(
      'commands-need-no-build',
      'The command line runs from the sources as they are, and Node reads no .tsx.',
      { path: '^app/src/command/', pathNot: [test, typesAlone] },
      { path: '[.]tsx', reachable: true },
    ),
    rule('no-cycles', 'What needs each other cannot be read apart.', {}, { circular: true }),
  ],
};
