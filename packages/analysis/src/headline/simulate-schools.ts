import { AnalysisInputError } from '../errors.ts';
import type { SchoolAchievement } from './achievement-school.ts';
import { collaborationLevels } from './collaboration-level.ts';
import type { SchoolTurnover } from './turnover-school.ts';

export type SimulatedSchool = SchoolTurnover & {
  readonly district: string;
  readonly students: number;
  readonly english: number;
  readonly mathematics: number;
};

export type SimulationOptions = {
  readonly schools?: number;
  readonly districts?: number;
  /** Percentage points between the highest and the lowest third in collaboration. */
  readonly englishContrast?: number;
  readonly mathematicsContrast?: number;
  /** Turnover of high- over low-poverty schools where collaboration is below its median. */
  readonly lowRatio?: number;
  /** The same where it is above. */
  readonly highRatio?: number;
};

/**
 * Made-up schools with known effects, to see whether an analysis finds them: poorer schools
 * collaborate less and score lower, schools of one district are alike, and chance acts on every
 * student and teacher.
 * @param random  Uniform [0, 1). Required: same seed, same schools.
 * @param options  Default: 60 schools of 12 districts with the published contrasts of 12.5 and 4.5
 *   points and the turnover ratio of 3.5 (1 where collaboration is high).
 */
export function simulateSchools(
  random: () => number,
  options: SimulationOptions = {},
): SimulatedSchool[] {
  const { schools = 60, districts = 12 } = options;
  if (!Number.isInteger(schools) || schools < 1) {
    throw new AnalysisInputError('schools', 'must be a whole number of at least 1');
  }
  if (!Number.isInteger(districts) || districts < 1) {
    throw new AnalysisInputError('districts', 'must be a whole number of at least 1');
  }
  const places = Array.from({ length: schools }, (_, i) => {
    const poverty = 100 * random();
    const collaboration = 3 - 0.006 * (poverty - 50) + 0.6 * normal(random);
    return { district: i % districts, poverty, collaboration };
  });
  const scores = places.map((place) => place.collaboration);
  const thirds = collaborationLevels(scores, 1 / 3);
  const halves = collaborationLevels(scores, 1 / 2);
  const districtEffects = Array.from({ length: districts }, () => 2 * normal(random));
  return places.map((place, i) => {
    const students = 120 + Math.floor(180 * random());
    const teachers = 25 + Math.floor(50 * random());
    const gain = { low: 0, middle: 0.5, high: 1 }[thirds[i]!];
    const base = 62 - 0.25 * (place.poverty - 50) + districtEffects[place.district]!;
    const percent = (contrast: number) => {
      const expected = base - contrast / 2 + gain * contrast + 4 * normal(random);
      return (100 * binomial(students, expected / 100, random)) / students;
    };
    const ratio = halves[i] === 'low' ? (options.lowRatio ?? 3.5) : (options.highRatio ?? 1);
    const expectedTurnover =
      0.08 * (place.poverty > 75 ? ratio : 1) * Math.exp(0.2 * normal(random) - 0.02);
    return {
      school: `school ${i + 1}`,
      district: `district ${place.district + 1}`,
      poverty: place.poverty,
      collaboration: place.collaboration,
      students,
      teachers,
      english: percent(options.englishContrast ?? 12.5),
      mathematics: percent(options.mathematicsContrast ?? 4.5),
      movedOrLeft: binomial(teachers, expectedTurnover, random),
    };
  });
}

/** The schools as the achievement analysis reads them, for one subject. */
export function achievementOf(
  schools: readonly SimulatedSchool[],
  subject: 'english' | 'mathematics',
): SchoolAchievement[] {
  return schools.map((each) => ({
    school: each.school,
    district: each.district,
    poverty: each.poverty,
    collaboration: each.collaboration,
    students: each.students,
    proficient: each[subject],
  }));
}

function binomial(of: number, rate: number, random: () => number): number {
  let events = 0;
  for (let i = 0; i < of; i += 1) if (random() < rate) events += 1;
  return events;
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
