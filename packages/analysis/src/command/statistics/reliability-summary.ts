import type { Insufficient } from '../../statistics/insufficient.ts';
import { isInsufficient } from '../../statistics/insufficient.ts';
import type { Alpha } from '../../statistics/reliability/alpha.ts';
import type {
  GroupAgreement,
  GroupReliability,
} from '../../statistics/reliability/group-agreement.ts';
import type { Intraclass } from '../../statistics/reliability/intraclass.ts';
import { printInsufficient, printTable, printWarnings, short, shortP } from './print.ts';

export type ReliabilityReport = {
  readonly items: readonly string[];
  readonly alpha: Alpha | Insufficient;
  readonly intraclass?: Intraclass[] | Insufficient;
  readonly groups?: {
    readonly scaleMean: GroupReliability | Insufficient;
    readonly rwgj?: GroupAgreement | Insufficient;
    readonly rwgjLindell?: GroupAgreement | Insufficient;
  };
};

export function summarizeReliability(report: ReliabilityReport): string {
  const parts = [describeAlpha(report.items, report.alpha)];
  if (report.intraclass) parts.push(describeIntraclass(report.intraclass));
  if (report.groups) parts.push(describeGroups(report.groups));
  return parts.join('\n');
}

function describeAlpha(items: readonly string[], alpha: Alpha | Insufficient): string {
  if (isInsufficient(alpha)) return printInsufficient(alpha);
  const rows = items.map((name, i) => [
    name,
    short(alpha.itemRestCorrelation[i]!),
    alpha.alphaWithout ? short(alpha.alphaWithout[i]!) : '-',
  ]);
  const { low, high } = alpha.interval;
  return [
    `alpha ${short(alpha.alpha)} (${short(low)} to ${short(high)}), `,
    `standardized ${short(alpha.standardizedAlpha)}; ${alpha.items} items, ${alpha.people} people\n\n`,
    printTable([['item', 'with the rest', 'alpha without'], ...rows]),
    printWarnings(alpha.warnings),
  ].join('');
}

function describeIntraclass(forms: Intraclass[] | Insufficient): string {
  if ('insufficient' in forms) return printInsufficient(forms);
  const rows = forms.map((each) => [
    each.form,
    short(each.estimate),
    short(each.interval.low),
    short(each.interval.high),
    short(each.f),
    shortP(each.p),
  ]);
  return printTable([['', 'estimate', 'low', 'high', 'F', 'p'], ...rows]);
}

function describeGroups(groups: NonNullable<ReliabilityReport['groups']>): string {
  const { scaleMean, rwgj, rwgjLindell } = groups;
  const first = isInsufficient(scaleMean)
    ? printInsufficient(scaleMean)
    : `${scaleMean.groups} groups, ${scaleMean.people} people: ICC(1) ${short(scaleMean.icc1)}, ICC(2) ${short(scaleMean.icc2)}, F ${short(scaleMean.f)}, p ${shortP(scaleMean.p)}\n`;
  const agree = (name: string, each: GroupAgreement | Insufficient | undefined) => {
    if (!each) return '';
    if (isInsufficient(each)) return printInsufficient(each);
    return `${name}: mean ${short(each.mean)}, median ${short(each.median)}\n`;
  };
  return `${first}${agree('rwg(j)', rwgj)}${agree('rwg(j), Lindell', rwgjLindell)}`;
}
