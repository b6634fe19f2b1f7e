import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AchievementContrast } from '../src/headline/achievement-contrast.ts';
import { achievementContrast } from '../src/headline/achievement-contrast.ts';
import type { SchoolAchievement } from '../src/headline/achievement-school.ts';
import { achievementWording } from '../src/headline/achievement-wording.ts';
import { collaborationLevels } from '../src/headline/collaboration-level.ts';
import type { SimulationOptions } from '../src/headline/simulate-schools.ts';
import { achievementOf, simulateSchools } from '../src/headline/simulate-schools.ts';
import type { TurnoverByPoverty } from '../src/headline/turnover-by-poverty.ts';
import { turnoverByPoverty } from '../src/headline/turnover-by-poverty.ts';
import type { SchoolTurnover } from '../src/headline/turnover-school.ts';
import { ratioWording } from '../src/headline/turnover-wording.ts';
import { seededRandom } from '../src/random.ts';

const NO_LINE_BETWEEN = { poverty: { highAbove: 75, lowAtMost: 75 } } as const;

/** Interval coverage may miss its level by Monte Carlo error and one point of approximation. */
function expectNominal(name: string, hits: number, of: number, level: number): void {
  const allowed = 3 * Math.sqrt((level * (1 - level)) / of) + 0.01;
  const share = hits / of;
  expect([name, share, Math.abs(share - level) <= allowed]).toEqual([name, share, true]);
}

const plans: [string, SimulationOptions][] = [
  ['60 schools of 12 districts', {}],
  ['120 schools of 4 districts', { schools: 120, districts: 4 }],
  ['90 schools of one district', { schools: 90, districts: 1 }],
];

for (const [name, plan] of plans) {
  test(`planted contrasts of 12.5 and 4.5 points are covered at 95 %: ${name}`, () => {
    const random = seededRandom(101);
    const runs = 300;
    const covered = { english: 0, mathematics: 0 };
    let [sum, rawSum] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const schools = simulateSchools(random, plan);
      for (const [subject, planted] of [
        ['english', 12.5],
        ['mathematics', 4.5],
      ] as const) {
        const { adjusted, raw } = contrast(achievementOf(schools, subject));
        if (adjusted.interval.low <= planted && planted <= adjusted.interval.high) {
          covered[subject] += 1;
        }
        if (subject === 'english') {
          sum += adjusted.estimate;
          rawSum += raw.estimate;
        }
      }
    }
    expectNominal('english', covered.english, runs, 0.95);
    expectNominal('mathematics', covered.mathematics, runs, 0.95);
    expect(Math.abs(sum / runs - 12.5)).toBeLessThan(0.3);
    expect(rawSum / runs).toBeGreaterThan(14);
  });

  test(`planted turnover ratios of 3.5 and 1 are covered at 95 %: ${name}`, () => {
    const random = seededRandom(202);
    const runs = 400;
    const hits = { low: 0, high: 0, comparison: 0, known: 0 };
    for (let run = 0; run < runs; run += 1) {
      const result = turnover(simulateSchools(random, plan));
      const [low, high] = result.levels;
      if ('insufficient' in low.ratio || 'insufficient' in high.ratio) continue;
      if ('insufficient' in result.comparison) continue;
      hits.known += 1;
      const covers = ({ interval }: { interval: { low: number; high: number } }, value: number) =>
        interval.low <= value && value <= interval.high ? 1 : 0;
      hits.low += covers(low.ratio, 3.5);
      hits.high += covers(high.ratio, 1);
      hits.comparison += covers(result.comparison, 3.5);
    }
    expect(hits.known).toBeGreaterThan(runs / 2);
    expectNominal('low collaboration', hits.low, hits.known, 0.95);
    expectNominal('high collaboration', hits.high, hits.known, 0.95);
    expectNominal('comparison', hits.comparison, hits.known, 0.95);
  });
}

test('without planted effects both analyses find one 5 % of the time', () => {
  const random = seededRandom(303);
  const runs = 600;
  let [contrasts, ratios, known] = [0, 0, 0];
  for (let run = 0; run < runs; run += 1) {
    const schools = simulateSchools(random, { englishContrast: 0, lowRatio: 1, schools: 80 });
    if (contrast(achievementOf(schools, 'english')).adjusted.p < 0.05) contrasts += 1;
    const [low] = turnover(schools).levels;
    if ('insufficient' in low.ratio) continue;
    known += 1;
    if (low.ratio.p < 0.05) ratios += 1;
  }
  expectNominal('contrast', contrasts, runs, 0.05);
  expectNominal('ratio', ratios, known, 0.05);
});

test('wording says what the interval allows, never a cause', () => {
  const schools = simulateSchools(seededRandom(4), { schools: 200, districts: 20 });
  const english = contrast(achievementOf(schools, 'english'));
  expect(english.wording).toBe('clearly-higher');
  expect(english.notes).toEqual(
    expect.arrayContaining(['observational-not-causal', 'ecological-schools-not-people']),
  );
  const interval = (low: number, high: number) => ({ low, high, level: 0.95 });
  expect(achievementWording(interval(0.5, 9), 2, true)).toBe('higher');
  expect(achievementWording(interval(-1.5, 1), 2, true)).toBe('about-the-same');
  expect(achievementWording(interval(-4, 9), 2, true)).toBe('cannot-tell');
  expect(achievementWording(interval(-9, -3), 2, true)).toBe('clearly-lower');
  expect(achievementWording(interval(-9, -1), 2, true)).toBe('lower');
  expect(achievementWording(interval(4, 9), 2, false)).toBe('no-claim');
  expect(ratioWording(interval(1.2, 6))).toBe('higher');
  expect(ratioWording(interval(0.3, 0.9))).toBe('lower');
  expect(ratioWording(interval(0.9, 1.2))).toBe('about-the-same');
  expect(ratioWording(interval(0.6, 1.9))).toBe('no-difference-shown');
});

test('fewer than 20 schools give a scatter plot and no contrast', () => {
  const schools = simulateSchools(seededRandom(5), { schools: 19 });
  const english = achievementContrast(achievementOf(schools, 'english'));
  expect(english).toMatchObject({ insufficient: { need: 20, have: 19, what: 'schools' } });
  expect(english).not.toHaveProperty('adjusted');
  expect(english.points).toHaveLength(19);
  const turnoverResult = turnoverByPoverty(schools);
  expect(turnoverResult).toMatchObject({ insufficient: { need: 20, have: 19 } });
  expect(turnoverResult).not.toHaveProperty('levels');
  expect(turnoverResult.points).toHaveLength(19);
});

test('schools that collaborate alike give no contrast', () => {
  const schools = achievementOf(simulateSchools(seededRandom(6)), 'english');
  const alike = achievementContrast(schools.map((each) => ({ ...each, collaboration: 3 })));
  expect(alike).toMatchObject({ insufficient: { need: 5, have: 0, what: 'schools-at-each-end' } });
});

test('poverty that hardly overlaps forbids a claim', () => {
  const schools = Array.from(
    { length: 30 },
    (_, i): SchoolAchievement => ({
      school: `s${i}`,
      collaboration: i,
      poverty: 95 - 3 * i,
      proficient: 30 + i + (i % 3),
    }),
  );
  const result = contrast(schools);
  expect(result.wording).toBe('no-claim');
  expect(result.warnings).toContain('poverty-hardly-overlaps');
});

test('small schools are left out and said, prior results are held equal when all have them', () => {
  const schools = achievementOf(simulateSchools(seededRandom(7)), 'english');
  const withSmall = [...schools, { ...schools[0]!, school: 'tiny', students: 4 }];
  const result = contrast(withSmall);
  expect(result.warnings).toContain('schools-left-out-as-too-small');
  expect(result.points).toHaveLength(60);
  const before = schools.map((each) => ({ ...each, proficientBefore: each.proficient * 0.9 + 3 }));
  const held = contrast(before);
  expect(held.adjustedFor).toEqual(['poverty', 'prior-year']);
  expect(held.notes).toContain('prior-year-held-equal');
  expect(held.adjusted.estimate).toBeCloseTo(0, 9);
  const partly = contrast([{ ...before[0]!, proficientBefore: null }, ...before.slice(1)]);
  expect(partly.adjustedFor).toEqual(['poverty']);
  expect(partly.warnings).toContain('prior-year-missing-for-some');
});

test('one thin cell hides its rate and what depends on it, not the rest', () => {
  const schools = Array.from(
    { length: 24 },
    (_, i): SchoolTurnover => ({
      school: `s${i}`,
      teachers: 30,
      movedOrLeft: 3 + (i % 4),
      poverty: i < 3 || (i >= 12 && i < 18) ? 90 : 10,
      collaboration: i < 12 ? 1 : 4,
    }),
  );
  const [low, high] = turnover(schools).levels;
  expect(low.highPoverty).toEqual({
    insufficient: { need: 4, have: 3, what: 'high-poverty-schools' },
  });
  expect(low.ratio).toMatchObject({ insufficient: { what: 'high-poverty-schools' } });
  expect(high.ratio).toMatchObject({ estimate: expect.any(Number) });
  const quiet = schools.map((each) => ({ ...each, movedOrLeft: each.poverty < 50 ? 0 : 3 }));
  expect(turnover(quiet).levels[1].lowPoverty).toMatchObject({
    insufficient: { what: 'low-poverty-teachers-who-moved-or-left' },
  });
  const small = turnoverByPoverty(schools.map((each, i) => (i ? each : { ...each, teachers: 9 })));
  expect(small.points[0]!.rate).toBeNull();
});

test('the federal poverty lines leave the schools between them out, halves use all', () => {
  const schools = simulateSchools(seededRandom(8), { schools: 120 });
  const counted = (result: TurnoverByPoverty) =>
    result.levels
      .flatMap((each) => [each.highPoverty, each.lowPoverty])
      .reduce((sum, cell) => sum + ('insufficient' in cell ? 0 : cell.schools), 0);
  const federal = turnoverByPoverty(schools) as TurnoverByPoverty;
  const halves = turnoverByPoverty(schools, { poverty: 'halves' }) as TurnoverByPoverty;
  const extreme = schools.filter(({ poverty }) => poverty > 75 || poverty <= 25).length;
  expect(counted(federal)).toBe(extreme);
  expect(counted(halves)).toBe(120);
});

test('the order of schools, their names and the unit of collaboration change nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const schools = simulateSchools(seededRandom(seed), { schools: 40, districts: 3 });
      const changed = schools.toReversed().map((each, i) => ({
        ...each,
        school: `x${i}`,
        collaboration: 10 * each.collaboration - 7,
      }));
      const [a, b] = [schools, changed].map((each) => contrast(achievementOf(each, 'english')));
      expect(b!.adjusted.estimate).toBeCloseTo(a!.adjusted.estimate, 8);
      expect(b!.adjusted.standardError).toBeCloseTo(a!.adjusted.standardError, 8);
      const [c, d] = [schools, changed].map((each) => turnover(each).comparison);
      if (!('insufficient' in c!) && !('insufficient' in d!)) {
        expect(d!.interval.low).toBeCloseTo(c!.interval.low, 9);
      }
    }),
    { seed: 9, numRuns: 25 },
  );
});

test('levels keep equal scores together', () => {
  expect(collaborationLevels([1, 1, 1, 2, 3, 3], 1 / 3)).toEqual([
    'low',
    'low',
    'low',
    'middle',
    'high',
    'high',
  ]);
  expect(collaborationLevels([1, 2, 3, 4], 1 / 2)).toEqual(['low', 'low', 'high', 'high']);
  expect(collaborationLevels([1, 1, 1, 4], 1 / 2)).toEqual(['low', 'low', 'low', 'high']);
  expect(collaborationLevels([2, 2], 1 / 2)).toEqual(['middle', 'middle']);
  expect(collaborationLevels([], 1 / 3)).toEqual([]);
});

test('a number out of its range is named', () => {
  const schools = achievementOf(simulateSchools(seededRandom(1)), 'english');
  const broken = (change: Partial<SchoolAchievement>) => () =>
    achievementContrast([{ ...schools[0]!, ...change }, ...schools.slice(1)]);
  expect(broken({ poverty: 140 })).toThrow('poverty: of "school 1"');
  expect(broken({ proficient: Number.NaN })).toThrow('proficient');
  expect(broken({ collaboration: Number.NaN })).toThrow('collaboration');
  expect(broken({ school: 'school 2' })).toThrow('occurs twice');
  const staff = simulateSchools(seededRandom(1));
  const brokenStaff = (change: Partial<SchoolTurnover>) => () =>
    turnoverByPoverty([{ ...staff[0]!, ...change }, ...staff.slice(1)]);
  expect(brokenStaff({ teachers: 0 })).toThrow('teachers');
  expect(brokenStaff({ movedOrLeft: 999 })).toThrow('movedOrLeft');
  expect(() => turnoverByPoverty(staff, { poverty: { highAbove: 20, lowAtMost: 50 } })).toThrow(
    'poverty',
  );
  expect(() => achievementContrast(schools, { share: 0.7 })).toThrow('share');
});

function contrast(schools: readonly SchoolAchievement[]): AchievementContrast {
  const result = achievementContrast(schools);
  if ('insufficient' in result) throw new Error(JSON.stringify(result.insufficient));
  return result;
}

function turnover(schools: readonly SchoolTurnover[]): TurnoverByPoverty {
  const result = turnoverByPoverty(schools, NO_LINE_BETWEEN);
  if ('insufficient' in result) throw new Error(JSON.stringify(result.insufficient));
  return result;
}
