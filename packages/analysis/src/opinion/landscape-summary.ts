import type { ReliabilityReason } from './group-reliability.ts';
import type { OpinionReport } from './landscape-json.ts';

const reasonText: Record<ReliabilityReason, string> = {
  'too-few-people': 'fewer than 20 people voted enough to be placed',
  'too-few-statements': 'there are fewer than 5 statements',
  'no-division': 'no division has groups that are large enough',
  'tiny-group': 'a group has fewer than 5 people',
  'structure-not-above-chance': 'opinions hang together no more than chance would have it',
  'groups-not-reproducible': 'other people drawn from the same crowd would make other groups',
};

/** The report as text for people. */
export function landscapeSummary(report: OpinionReport): string {
  return [
    ...countLines(report),
    ...divisionLines(report),
    ...reliabilityLines(report),
    ...groupLines(report),
    ...sharedLines(report),
    ...constituencyLines(report),
  ].join('\n');
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
const decimals = (value: number) => value.toFixed(3);

function statementName({ matrix, text }: OpinionReport, statement: number): string {
  const id = matrix.statements[statement]!;
  const words = (text.get(id) ?? '').replaceAll(/\s+/g, ' ').trim();
  if (words === '') return `statement ${id}`;
  return `${id} "${words.length > 90 ? `${words.slice(0, 89)}…` : words}"`;
}

function countLines({ matrix, landscape }: OpinionReport): string[] {
  const revised = matrix.voteEvents - matrix.column.length;
  const left = matrix.excluded.reduce((count, flag) => count + flag, 0);
  const [first, second] = landscape.axes.explainedRatio;
  return [
    `${matrix.people.length} people, ${matrix.statements.length} statements (${left} left out), ${matrix.column.length} votes, ${revised} revised before`,
    `Two axes hold ${percent(first)} and ${percent(second)} of the differences.`,
    `${landscape.clustered.length} people voted enough to be placed in a group.`,
    '',
  ];
}

function divisionLines({ landscape }: OpinionReport): string[] {
  const lines = landscape.divisions.map(({ k, silhouette, inertia, sizes }) => {
    const error = silhouette.standardError > 0 ? ` ± ${silhouette.standardError.toFixed(4)}` : '';
    const mark = k === landscape.groupCount ? '*' : ' ';
    return ` ${mark} ${k} groups  silhouette ${decimals(silhouette.mean)}${error}  inertia ${inertia.toPrecision(6)}  sizes ${sizes.join(', ')}`;
  });
  return [...lines, ''];
}

function reliabilityLines({ reliability }: OpinionReport): string[] {
  if (!reliability) return ['The groups were not tested.', ''];
  const { verdict, reasons, structure, reproduction } = reliability;
  const said =
    verdict === 'reliable-groups'
      ? 'Reliable groups.'
      : `No reliable groups: ${reasons.map((reason) => reasonText[reason]).join('; ')}.`;
  const numbers = [
    structure && `structure p = ${structure.p} (${structure.permutations} permutations)`,
    reproduction && `agreement of resamples ${decimals(reproduction.agreement)}`,
  ].filter((text) => text !== null);
  return [said, ...(numbers.length > 0 ? [`(${numbers.join(', ')})`] : []), ''];
}

function groupLines(report: OpinionReport): string[] {
  const { landscape } = report;
  return landscape.groups.flatMap(({ people }, group) => [
    `Group ${group}, ${people} people, differs from the others in this:`,
    ...landscape.representative[group]!.map(
      (s) =>
        `  ${s.position === 'agree' ? 'agrees' : 'disagrees'} (${s.successes} of ${s.trials}): ${statementName(report, s.statement)}`,
    ),
    '',
  ]);
}

function sharedLines(report: OpinionReport): string[] {
  const { consensus, bridging } = report.landscape;
  const all = (['agree', 'disagree'] as const).flatMap((side) =>
    consensus[side].map(
      (s) => `  ${side} (${s.successes} of ${s.trials}): ${statementName(report, s.statement)}`,
    ),
  );
  const across = bridging
    .slice(0, 5)
    .map(
      (b) =>
        `  ${b.position} (${percent(b.weakestShare)} in the group that supports it least): ${statementName(report, b.statement)}`,
    );
  return [
    'What most of all people think:',
    ...(all.length > 0 ? all : ['  nothing that stands out']),
    '',
    'What reaches across all groups:',
    ...(across.length > 0 ? across : ['  no statement has support in every group']),
    '',
  ];
}

function constituencyLines(report: OpinionReport): string[] {
  const { constituencies } = report;
  if (!constituencies) return [];
  const lines = constituencies.constituencies.map(
    ({ name, people, inGroups }) =>
      `  ${name}: ${people} people, in the groups ${inGroups.join(', ')}`,
  );
  const across = constituencies.bridging
    .slice(0, 5)
    .map(
      (b) =>
        `  ${b.position} (${percent(b.weakestShare)} or more): ${statementName(report, b.statement)}`,
    );
  return [
    'Constituencies:',
    ...lines,
    ...constituencies.withheld.map(({ name }) => `  ${name}: too few people to say anything`),
    `How far the groups follow the constituencies: ${constituencies.overlap === null ? 'unknown' : decimals(constituencies.overlap)} (0 is chance, 1 the same)`,
    'What every constituency supports:',
    ...(across.length > 0 ? across : ['  no statement']),
    '',
  ];
}
