import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnalysisInputError } from '../src/errors.ts';
import { approval } from '../src/ranking/approval.ts';
import { everyTiedCommittee } from '../src/ranking/elect-in-turn.ts';
import { equalShares } from '../src/ranking/equal-shares.ts';
import { greedyBudget } from '../src/ranking/greedy-budget.ts';
import { phragmen, phragmenRule } from '../src/ranking/phragmen.ts';
import { rankedProfile } from '../src/ranking/ranked-profile.ts';
import { type RatedElection, ratedProfile } from '../src/ranking/rated-profile.ts';
import {
  add,
  compare,
  formatRational,
  multiply,
  rational,
  subtract,
  zero,
} from '../src/ranking/rational.ts';
import { scoreVoting } from '../src/ranking/score.ts';
import {
  sequentialProportionalApproval,
  sequentialProportionalApprovalRule,
} from '../src/ranking/sequential-proportional-approval.ts';
import { approvalElections, copies } from './ranking-arbitraries.ts';

/** Some costs for any options: 1, 2, 3 and round again. */
const costsOf = (options: readonly string[]) =>
  Object.fromEntries(options.map((option, place) => [option, 1 + (place % 3)]));

function everyRule(election: RatedElection, budget = 4) {
  const profile = ratedProfile(election);
  const budgetElection = { profile, budget, costs: costsOf(election.options) };
  const bought = (utility: 'cost' | 'cardinality') => {
    const { leftover, ...outcome } = equalShares(budgetElection, { utility });
    return outcome;
  };
  return {
    approval: approval(profile),
    score: [scoreVoting(profile), scoreVoting(profile, 'mean-of-rated')],
    sequential: sequentialProportionalApproval(profile, 3),
    phragmen: phragmen(profile, 3),
    shares: [bought('cost'), bought('cardinality')],
    greedy: greedyBudget(budgetElection),
  };
}

describe('properties', () => {
  test('the order of voters does not matter', () => {
    fc.assert(
      fc.property(approvalElections, (election) => {
        const turned = { ...election, ballots: [...election.ballots].reverse() };
        expect(everyRule(turned)).toEqual(everyRule(election));
      }),
    );
  });

  test('a ballot of weight w equals w ballots, exactly', () => {
    fc.assert(
      fc.property(approvalElections, (election) => {
        const duplicated = { ...election, ballots: copies(election.ballots) };
        expect(everyRule(duplicated)).toEqual(everyRule(election));
      }),
    );
  });

  test('an option that nobody approves changes nothing', () => {
    fc.assert(
      fc.property(approvalElections, (election) => {
        const longer = { ...election, options: [...election.options, 'nobody'] };
        const [before, after] = [everyRule(election), everyRule(longer)];
        expect(after.shares).toEqual(before.shares);
        expect(after.greedy).toEqual(before.greedy);
        const supported = before.phragmen.steps.filter(({ value }) => value !== null);
        expect(after.phragmen.steps.slice(0, supported.length)).toEqual(supported);
      }),
    );
  });

  test('one more approval never takes a seat away from an option', () => {
    fc.assert(
      fc.property(approvalElections, (election) => {
        const [winner] = sequentialProportionalApproval(ratedProfile(election), 1).elected;
        const ballots = [...election.ballots, { approves: [winner!] }];
        const more = ratedProfile({ ...election, ballots });
        expect(sequentialProportionalApproval(more, 1).elected).toEqual([winner]);
        expect(approval(more).ranking[0]).toEqual([winner]);
      }),
    );
  });

  test('the chosen committee is one of those that some way of breaking ties elects', () => {
    fc.assert(
      fc.property(approvalElections, fc.integer({ min: 1, max: 4 }), (election, seats) => {
        const profile = ratedProfile(election);
        const sorted = (committee: readonly string[]) => [...committee].sort();
        const greedily = everyTiedCommittee(
          profile,
          seats,
          sequentialProportionalApprovalRule(profile),
        );
        const elected = sorted(sequentialProportionalApproval(profile, seats).elected);
        expect(greedily.committees).toContainEqual(elected);
        const loads = everyTiedCommittee(profile, seats, phragmenRule(profile));
        expect(loads.committees).toContainEqual(sorted(phragmen(profile, seats).elected));
      }),
    );
  });

  test('equal shares: nobody overspends, and what voters paid is what options cost', () => {
    fc.assert(
      fc.property(approvalElections, fc.integer({ min: 1, max: 9 }), (election, budget) => {
        const profile = ratedProfile(election);
        const costs = costsOf(election.options);
        const outcome = equalShares({ profile, budget, costs }, { completion: 'none' });
        let paid = zero;
        profile.ballots.forEach(({ units }, index) => {
          const left = outcome.leftover[index]!;
          expect(compare(left, zero)).toBeGreaterThanOrEqual(0);
          paid = add(paid, multiply(rational(units), subtract(outcome.share, left)));
        });
        expect(paid).toEqual(outcome.spent);
        for (const completion of ['add-one', 'add-one-then-greedy', 'greedy'] as const) {
          const { spent } = equalShares({ profile, budget, costs }, { completion });
          expect(compare(spent, rational(budget))).toBeLessThanOrEqual(0);
          expect(compare(spent, outcome.spent)).toBeGreaterThanOrEqual(
            completion === 'greedy' ? 0 : -1,
          );
        }
      }),
    );
  });
});

describe('score', () => {
  const election = {
    options: ['a', 'b', 'c'],
    ballots: [
      { weight: 2, points: { a: 0.1, b: 0.2 } },
      { weight: 1, points: { a: 0.1, c: 5 } },
    ],
  };
  const shown = (unrated: 'zero' | 'mean-of-rated') =>
    scoreVoting(ratedProfile(election), unrated).scores.map(({ score }) => formatRational(score));

  test('decimals are added exactly; unrated options count zero or not at all', () => {
    expect(shown('zero')).toEqual(['3/10', '2/5', '5']);
    expect(shown('mean-of-rated')).toEqual(['1/10', '1/5', '5']);
  });
});

describe('equal voice for each constituency', () => {
  const ballots = [
    ...Array.from({ length: 7 }, () => ({ constituency: 'families', approves: ['garden'] })),
    ...Array.from({ length: 3 }, () => ({ constituency: 'educators', approves: ['mentors'] })),
    { constituency: 'board', approves: ['mentors'] },
  ];
  const options = ['garden', 'mentors'];

  test('each weighs one, whatever its number of ballots', () => {
    const { scores } = approval(ratedProfile({ options, ballots, voices: 'equal-voice' }));
    expect(scores.map(({ score }) => formatRational(score))).toEqual(['1', '2']);
    const counted = approval(ratedProfile({ options, ballots })).scores;
    expect(counted.map(({ score }) => formatRational(score))).toEqual(['7', '4']);
  });

  test('voices of their own, and constituencies that have none', () => {
    const voices = { families: 3, educators: 1, board: rational(1, 2) };
    const { scores } = approval(ratedProfile({ options, ballots, voices }));
    expect(scores.map(({ score }) => formatRational(score))).toEqual(['3', '3/2']);
    expect(() => ratedProfile({ options, ballots, voices: { families: 1 } })).toThrow('educators');
    expect(() => ratedProfile({ options, ballots: [{ approves: ['garden'] }], voices })).toThrow(
      'constituency',
    );
  });
});

test('blank ballots take no part of a voice', () => {
  fc.assert(
    fc.property(approvalElections, fc.nat(3), (election, blanks) => {
      const ballots = election.ballots.map((ballot, index) => ({
        ...ballot,
        constituency: index % 2 === 0 ? 'families' : 'educators',
      }));
      const blank = { constituency: 'families', approves: [] };
      const more = [...ballots, ...Array.from({ length: blanks }, () => blank), { approves: [] }];
      const voices = 'equal-voice' as const;
      expect(everyRule({ ...election, ballots: more, voices })).toEqual(
        everyRule({ ...election, ballots, voices }),
      );
    }),
  );
});

test('without a ballot nothing is chosen', () => {
  const nothing = everyRule({ options: ['a', 'b'], ballots: [{ approves: [] }] });
  expect(nothing.sequential.elected).toEqual([]);
  expect(nothing.phragmen.elected).toEqual([]);
  expect(nothing.shares.map(({ selected }) => selected)).toEqual([[], []]);
  expect(nothing.greedy.selected).toEqual([]);
});

test('input that breaks the contract is refused by name', () => {
  const rank = (options: string[], tiers: string[][], weight = 1) =>
    rankedProfile({ options, ballots: [{ weight, tiers }] });
  expect(() => rank([], [])).toThrow(AnalysisInputError);
  expect(() => rank(['a', 'a'], [])).toThrow('occurs twice');
  expect(() => rank(['a'], [['b']])).toThrow('ballot 1 names "b"');
  expect(() => rank(['a'], [['a'], ['a']])).toThrow('twice');
  expect(() => rank(['a'], [['a']], 0.5)).toThrow('weight');
  const profile = ratedProfile({ options: ['a'], ballots: [{ approves: ['a'] }] });
  expect(() => phragmen(profile, 0)).toThrow('seats');
  expect(() => equalShares({ profile, budget: 0, costs: { a: 1 } })).toThrow('budget');
  expect(() => equalShares({ profile, budget: 1, costs: {} })).toThrow('costs');
  expect(() => equalShares({ profile, budget: 1, costs: { a: 1 } }, { increment: 0 })).toThrow(
    'increment',
  );
});
