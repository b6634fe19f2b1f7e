import type { Predictor } from '../statistics/regression/design.ts';
import type { SchoolAchievement } from './achievement-school.ts';
import type { HeadlineNote } from './note.ts';

/** From so many districts on their own spread can be estimated; below, they are held equal. */
const DISTRICTS_FOR_CLUSTERS = 8;

export type PlanWarning = 'few-districts' | 'prior-year-missing-for-some';

/** What is held equal, and which schools may be alike. */
export type Plan = {
  adjustment: Predictor[];
  adjustedFor: ('poverty' | 'prior-year' | 'district')[];
  cluster: string[];
  errors: 'by-school' | 'by-district';
  notes: HeadlineNote[];
  warnings: PlanWarning[];
};

export function planModel(schools: readonly SchoolAchievement[], holdPriorYear: boolean): Plan {
  const plan: Plan = {
    adjustment: [{ name: 'poverty', values: schools.map((each) => each.poverty) }],
    adjustedFor: ['poverty'],
    cluster: schools.map((each) => each.school),
    errors: 'by-school',
    notes: [],
    warnings: [],
  };
  const before = schools.map((each) => each.proficientBefore ?? null);
  if (holdPriorYear && before.some((value) => value !== null)) {
    if (before.every((value) => value !== null)) {
      plan.adjustment.push({ name: 'prior-year', values: before });
      plan.adjustedFor.push('prior-year');
      plan.notes.push('prior-year-held-equal');
    } else plan.warnings.push('prior-year-missing-for-some');
  }
  const districts = [...new Set(schools.map((each) => each.district ?? ''))];
  if (districts.length >= DISTRICTS_FOR_CLUSTERS) {
    plan.cluster = schools.map((each) => each.district ?? `school ${each.school}`);
    plan.errors = 'by-district';
  } else if (districts.length > 1) {
    for (const district of districts.slice(1)) {
      const values = schools.map((each) => ((each.district ?? '') === district ? 1 : 0));
      plan.adjustment.push({ name: `district ${district}`, values });
    }
    plan.adjustedFor.push('district');
    plan.notes.push('within-districts');
    plan.warnings.push('few-districts');
  }
  return plan;
}
