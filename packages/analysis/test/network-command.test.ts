import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { InputFileError } from '../src/command/input-file-error.ts';
import { main } from '../src/command/main.ts';
import { network as concord } from '../src/index.ts';
import { karate } from './network-data.ts';

const karateFolder = new URL('../fixtures/networks/karate/', import.meta.url);

async function run(args: string[], files: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const code = await main(['network', ...args], {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new InputFileError(path, 0, 0, 'there is no such file');
      return text;
    },
  });
  return { code, out, err };
}

const karateFiles = {
  'ties.csv': readFileSync(new URL('edges.csv', karateFolder), 'utf8'),
  'nodes.csv': readFileSync(new URL('nodes.csv', karateFolder), 'utf8'),
};

const karateArgs = ['--ties', 'ties.csv', '--nodes', 'nodes.csv', '--undirected'];

const graphml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- two schools -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d0" for="node" attr.name="school" attr.type="string"><default>North</default></key>
  <key id="d1" for="edge" attr.name="weight" attr.type="double"/>
  <graph id="G" edgedefault="undirected">
    <node id="Ana &amp; Co"/>
    <node id="Ben"><data key="d0"><![CDATA[South]]></data></node>
    <node id="Cem"/>
    <edge source="Ana &amp; Co" target="Ben"><data key="d1">2.5</data></edge>
    <edge source="Ben" target="Cem"><data key="d1">1</data></edge>
  </graph>
</graphml>
`;

test('a summary in plain words', async () => {
  const { code, out } = await run([...karateArgs, '--group', 'club'], karateFiles);
  expect(code).toBe(0);
  expect(out).toContain('34 people, 78 undirected ties; 34 answered (100.0 %).');
  expect(out).toContain('1: without them, 5, 6, 7, 11, 12, 17 would be cut off.');
  expect(out).toContain('E-I index: -0.7179; chance gives 0.0303; p = 0.000999');
});

test('--json holds the numbers of the package in full', async () => {
  const { out } = await run([...karateArgs, '--group', 'club', '--json'], karateFiles);
  const report = JSON.parse(out);
  const network = concord.symmetrize(karate());
  const between = concord.betweenness(network);
  expect(report.nodes.map((node: { betweenness: number }) => node.betweenness)).toEqual(
    between.raw,
  );
  expect(report.density).toEqual(JSON.parse(JSON.stringify(concord.density(network))));
  expect(report.communities.modularity).toBeCloseTo(0.4197896120973, 9);
  expect(report.group.blocks.ties).toEqual([
    [35, 11],
    [11, 32],
  ]);
  expect(report.explanation).toBeNull();
});

test('--explain gives QAP, MRQAP and log odds', async () => {
  const terms = 'same:club,weight';
  const args = [...karateArgs, '--explain', terms, '--logistic', '--permutations', '99', '--json'];
  const { explanation } = JSON.parse((await run(args, karateFiles)).out);
  expect(explanation.qap.map((term: { name: string }) => term.name)).toEqual(terms.split(','));
  expect(explanation.mrqap.terms).toHaveLength(3);
  expect(explanation.mrqapPermuteY.nullHypothesis).toBe('permute-y');
  expect(explanation.logistic).toHaveProperty('insufficient');
  const plain = await run([...karateArgs, '--explain', 'same:club'], karateFiles);
  expect(plain.out).toContain('All together (MRQAP, double semi-partialling):');
});

test('GraphML with attributes, defaults and entities', async () => {
  const args = ['schools.graphml', '--group', 'school', '--json'];
  const { code, out } = await run(args, { 'schools.graphml': graphml });
  expect(code).toBe(0);
  const report = JSON.parse(out);
  expect(report.directed).toBe(false);
  expect(report.nodes.map((node: { id: string }) => node.id)).toEqual(['Ana & Co', 'Ben', 'Cem']);
  expect(report.nodes[1].outStrength).toBe(3.5);
  expect(report.group.ei.index).toBe(1);
  expect(report.fragility.people[0].cutOff).toEqual(['Cem']);
});

test('ids that repeat from school to school, and one school alone', async () => {
  const files = {
    't.csv': 'school,ego,alter\n1,1,2\n2,1,2\n2,2,1\n',
    'n.csv': 'school,node,answered\n1,1,yes\n1,2,no\n2,1,yes\n2,2,yes\n',
  };
  const args = ['--ties', 't.csv', '--nodes', 'n.csv', '--responded', 'answered', '--json'];
  const all = JSON.parse((await run([...args, '--scope', 'school'], files)).out);
  expect(all.nodes.map((node: { id: string }) => node.id)).toEqual(['1/1', '1/2', '2/1', '2/2']);
  expect(all.density.respondents).toBe(3);
  const second = JSON.parse((await run([...args, '--where', 'school=2'], files)).out);
  expect(second.reciprocity.edgewise).toBe(1);
});

test.each([
  [
    'a tie to nobody',
    'from,to\na,b\na,zz\n',
    'ties.csv, line 3, column 1: "zz" is not among the people',
  ],
  ['a row too short', 'from,to,weight\na,b,1\na,b\n', 'ties.csv, line 3, column 3'],
  ['a strength that is none', 'from,to,weight\na,b,much\n', 'ties.csv, line 2, column 5: "much"'],
  ['no ends', 'x,y\na,b\n', 'ties.csv, line 1, column 1: no columns "from" and "to"'],
])('%s is told with line and column, exit 2', async (_, ties, message) => {
  const files = { 'ties.csv': ties, 'nodes.csv': 'node\na\nb\n' };
  const { code, out, err } = await run(['--ties', 'ties.csv', '--nodes', 'nodes.csv'], files);
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(message);
});

test.each([
  ['a tag never closed', graphml.replace('</graph>', ''), 'line 13, column 1: "graph" is open'],
  [
    'a node that is not there',
    graphml.replace('target="Cem"', 'target="Dua"'),
    'line 11, column 5: "Dua"',
  ],
  ['no XML at all', 'hello', 'line 1, column 1: text outside'],
  [
    'a hyperedge',
    graphml.replace('<node id="Cem"/>', '<hyperedge/>'),
    'line 9, column 5: ties among more',
  ],
])('GraphML: %s is told with line and column, exit 2', async (_, text, message) => {
  const { code, err } = await run(['g.graphml'], { 'g.graphml': text });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test.each([
  [[]],
  [['--ties', 'ties.csv', 'g.graphml']],
  [['--ties', 'ties.csv', '--seed', 'x']],
  [['--ties', 'ties.csv', '--nodes', 'nodes.csv', '--group', 'team']],
  [['--ties', 'ties.csv', '--logistic']],
])('a command line that cannot be: %j', async (args) => {
  const { code, err } = await run(args, karateFiles);
  expect(code).toBe(2);
  expect(err).toContain('Usage: concord-analyze network');
});

test('the README names every key of the JSON', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const section = readme.slice(
    readme.indexOf('#### JSON of network'),
    readme.indexOf('### regress'),
  );
  const options = ['--group', 'club', '--explain', 'same:club', '--logistic', '--json'];
  const { out } = await run([...karateArgs, ...options], karateFiles);
  const missing = [...keysOf(JSON.parse(out))].filter((key) => !section.includes(`\`${key}\``));
  expect(missing).toEqual([]);
});

function keysOf(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) found.add(key);
    keysOf(inner, found);
  }
  return found;
}

test('a file of pairs with a strength is not taken for a file of ties without a word', async () => {
  const files = { 'pairs.csv': 'ego,alter,advice\na,b,1\nb,a,0\na,c,0\nb,c,1\n' };
  const plain = await run(['--ties', 'pairs.csv'], files);
  expect(plain.out).toContain('every row counts as a tie, also where "advice" is 0: --tie advice');
  const chosen = await run(['--ties', 'pairs.csv', '--tie', 'advice'], files);
  expect(chosen.out).not.toContain('every row counts as a tie');
  expect(chosen.out).toContain('2 directed ties');
});
