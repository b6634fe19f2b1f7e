import { type Insufficient, isInsufficient } from '../../statistics/insufficient.ts';
import type { NetworkReport } from './network-report.ts';

type Groups = NonNullable<NetworkReport['group']>;
type Explanation = NonNullable<NetworkReport['explanation']>;

/** How many people a list names. */
const listed = 5;

/** A report in plain words. */
export function networkSummary(report: NetworkReport): string {
  const lines = [
    ...overview(report),
    ...centralPeople(report),
    ...structure(report),
    ...(report.group ? groups(report.group) : []),
    ...(report.explanation ? explanation(report.explanation) : []),
    ...cautions(report),
  ];
  return `${lines.join('\n')}\n`;
}

function overview(report: NetworkReport): string[] {
  const { density, reciprocity, pathLengths, transitivity } = report;
  if (isInsufficient(density)) return [tooLittle('The network', density)];
  const { nodes, ties, respondents } = density;
  const kind = report.directed ? 'directed' : 'undirected';
  return [
    `${nodes} people, ${ties} ${kind} ties; ${respondents} answered (${percent(density.responseRate)}).`,
    `Density ${percent(density.reported)} of the pairs reported on${boundsOf(density.bounds)}.`,
    ...(report.directed
      ? [say('Returned ties', reciprocity, (r) => `${percent(r.edgewise)} of ties are returned.`)]
      : []),
    say(
      'Steps',
      pathLengths,
      (p) => `${number(p.meanFinite)} on average, ${p.diameterFinite} at most.`,
    ),
    say('Closed triples', transitivity, (t) => `${percent(t.global)}; ${t.triangles} triangles.`),
  ];
}

function boundsOf({ lowest, highest }: { lowest: number; highest: number }): string {
  if (highest - lowest < 1e-12) return '';
  return `; ${percent(lowest)} to ${percent(highest)} whatever the others would have said`;
}

function centralPeople(report: NetworkReport): string[] {
  const top = (key: 'inDegree' | 'betweenness') =>
    [...report.nodes]
      .sort((a, b) => b[key] - a[key])
      .slice(0, listed)
      .filter((node) => node[key] > 0)
      .map((node) => `${node.id} (${number(node[key])})`)
      .join(', ') || 'nobody';
  return [
    '',
    `Most ties received: ${top('inDegree')}.`,
    `Most often between others: ${top('betweenness')}.`,
  ];
}

function structure(report: NetworkReport): string[] {
  const { components, communities, corePeriphery, fragility } = report;
  const core = corePeriphery.coreOnly;
  const cut = fragility.people
    .slice(0, listed)
    .map(({ id, cutOff }) => `  ${id}: without them, ${names(cutOff)} would be cut off.`);
  const more = fragility.people.length - cut.length;
  return [
    '',
    `Parts: ${components.weak.count}; the largest has ${components.weak.sizes[0] ?? 0} people.`,
    say(
      'Communities',
      communities,
      (c) => `${c.sizes.length}, modularity ${number(c.modularity)}.`,
    ),
    say('Core', core, (c) => `${names(c.cores[0]!)}; fit ${number(c.correlation)}.`),
    fragility.robust
      ? 'Nobody’s leaving would cut others off.'
      : `Fragile: ${count(fragility.people.length, 'person holds', 'people hold')} others together.`,
    ...cut,
    ...(more > 0 ? [`  and ${more} more.`] : []),
  ];
}

function groups({ column, ei, blocks, crossGroupTies }: Groups): string[] {
  const { share, groupPairsTied, groupPairs, isolatedGroups } = crossGroupTies;
  const width = Math.max(8, ...blocks.labels.map((label) => label.length + 2));
  const cell = (text: string) => text.padStart(width);
  return [
    '',
    `Groups by ${column}: ${percent(share)} of ties cross; ${groupPairsTied} of ${groupPairs} pairs of groups are tied.`,
    say('E-I index', ei, (e) => {
      return `${number(e.index)}; chance gives ${number(e.expected)}; p = ${number(e.pTwoSided)} (${e.permutations} shuffles).`;
    }),
    ...(isolatedGroups.length > 0
      ? [`Without any tie to another group: ${names(isolatedGroups)}.`]
      : []),
    'Densities, from row to column:',
    cell('') + blocks.labels.map(cell).join(''),
    ...blocks.densities.map(
      (row, g) =>
        cell(blocks.labels[g]!) +
        row.map((value) => cell(value === null ? '-' : percent(value))).join(''),
    ),
  ];
}

function explanation({ qap, mrqap, logistic }: Explanation): string[] {
  const alone = qap.map((result) =>
    isInsufficient(result)
      ? `  ${tooLittle(result.name, result)}`
      : `  ${result.name}: r = ${number(result.correlation)}, p = ${number(result.pTwoSided)}`,
  );
  const together = isInsufficient(mrqap)
    ? [`  ${tooLittle('Regression', mrqap)}`]
    : mrqap.terms.map(
        (term) => `  ${term.name}: ${number(term.coefficient)}, p = ${number(term.pTwoSided)}`,
      );
  const odds =
    logistic === null
      ? []
      : isInsufficient(logistic)
        ? [tooLittle('Logistic', logistic)]
        : [
            'Logistic (log odds):',
            ...logistic.terms.map(
              (term) =>
                `  ${term.name}: ${number(term.coefficient)}, p = ${number(term.pTwoSided)}`,
            ),
          ];
  return [
    '',
    'Each by itself (QAP):',
    ...alone,
    'All together (MRQAP, double semi-partialling):',
    ...together,
    ...odds,
  ];
}

function cautions(report: NetworkReport): string[] {
  const { density } = report;
  const warnings = new Set([
    ...report.warnings,
    ...(isInsufficient(density) ? [] : density.warnings),
  ]);
  return warnings.size === 0 ? [] : ['', ...Array.from(warnings, (text) => `Caution: ${text}.`)];
}

function say<T extends object>(
  name: string,
  result: T | Insufficient,
  text: (result: T) => string,
): string {
  return isInsufficient(result) ? tooLittle(name, result) : `${name}: ${text(result as T)}`;
}

function tooLittle(name: string, { insufficient }: Insufficient): string {
  const { what, need, have } = insufficient;
  return `${name}: too little data (${what.replaceAll('-', ' ')}: ${have}, needs ${need}).`;
}

function names(list: readonly string[]): string {
  const shown = list.slice(0, 12).join(', ');
  return list.length > 12 ? `${shown} and ${list.length - 12} more` : shown;
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const number = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
