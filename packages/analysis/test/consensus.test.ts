import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConstituencyStances, Gate } from '../src/consensus/decision.ts';
import { judgeDecision } from '../src/consensus/judge-decision.ts';
import { gradientStances, type Scale, stancesOf } from '../src/consensus/scale.ts';
import { AnalysisInputError } from '../src/errors.ts';

function constituency(
  name: string,
  labels: string,
  gate: Gate = 'consent',
  more: Partial<ConstituencyStances> = {},
): ConstituencyStances {
  const stances = labels
    .split(' ')
    .filter(Boolean)
    .map((label) => ({ value: label.replace('!', ''), concernResolved: label.endsWith('!') }));
  return {
    constituency: name,
    seats: Math.max(stances.length, 1),
    quorum: 1,
    gate,
    stances,
    ...more,
  };
}

describe('fist-to-five', () => {
  const five = ['administration', 'educators', 'board', 'families', 'support'];

  test('five constituencies at or above the line, one blocking concern resolved', () => {
    const outcome = judgeDecision({
      scale: 'fist-to-five',
      constituencies: five.map((name) => constituency(name, name === 'board' ? '5 3 1!' : '4 3 5')),
    });
    expect(outcome.passed).toBe(true);
    expect(outcome.reasons).toEqual([
      { code: 'all-gates-met', values: { constituencies: 5 } },
      { code: 'all-quorums-met', values: { constituencies: 5 } },
      { code: 'concerns-resolved', values: { constituency: 'board', count: 1 } },
    ]);
    expect(outcome.constituencies[2]).toMatchObject({
      distribution: { '0': 0, '1': 1, '2': 0, '3': 1, '4': 0, '5': 1 },
      for: 2,
      neutral: 1,
      blocking: 0,
    });
  });

  test('one hand below the line blocks under a consent gate, and the line can be moved', () => {
    const constituencies = [constituency('a', '5 5 5 5'), constituency('b', '2 5')];
    const outcome = judgeDecision({ scale: 'fist-to-five', constituencies });
    expect(outcome.passed).toBe(false);
    expect(outcome.reasons[0]).toEqual({
      code: 'blocking-concerns',
      values: { constituency: 'b', count: 1 },
    });
    expect(judgeDecision({ scale: 'fist-to-five', line: 2, constituencies }).passed).toBe(true);
  });
});

test('gradients: disliking but supporting carries, asking for more discussion does not', () => {
  const judge = (labels: string, line?: string[]) =>
    judgeDecision({ scale: 'gradients', line, constituencies: [constituency('a', labels)] });
  expect(judge('endorse dislike-but-support abstain').passed).toBe(true);
  expect(judge('endorse more-discussion').passed).toBe(false);
  expect(judge('endorse more-discussion', ['endorse', 'more-discussion']).passed).toBe(true);
  expect(Object.keys(judge('veto').constituencies[0]!.distribution)).toEqual([...gradientStances]);
  expect(() =>
    judgeDecision({ scale: 'gradients', line: 3, constituencies: [constituency('a', 'veto')] }),
  ).toThrow('not ordered');
});

test('a majority of heads does not outvote a constituency', () => {
  const constituencies = [
    constituency('many', 'yes yes yes yes yes yes yes', 'majority'),
    constituency('few', 'yes no no', 'majority'),
  ];
  const outcome = judgeDecision({ scale: 'majority', constituencies });
  expect(outcome.overallMet).toBe(true);
  expect(outcome.passed).toBe(false);
  expect(outcome.reasons[0]).toEqual({
    code: 'gate-not-met',
    values: { constituency: 'few', rule: 'majority', for: 1, against: 2, base: 3, needed: 2 },
  });
});

test('majority is more than half, two thirds is at least two thirds, exactly', () => {
  const passes = (scale: Scale, labels: string, more = {}) =>
    judgeDecision({ scale, constituencies: [constituency('a', labels, 'none')], ...more }).passed;
  expect(passes('majority', 'yes no')).toBe(false);
  expect(passes('majority', 'yes yes no abstain')).toBe(true);
  expect(passes('majority', 'yes yes no abstain', { base: 'answered' })).toBe(false);
  expect(passes('supermajority', 'yes yes no')).toBe(true);
  expect(passes('supermajority', 'yes yes yes yes yes no no no')).toBe(false);
  const threeQuarters = { supermajority: { numerator: 3, denominator: 4 } };
  expect(passes('supermajority', 'yes yes no', threeQuarters)).toBe(false);
  expect(passes('supermajority', 'yes yes yes no', threeQuarters)).toBe(true);
});

test('a quorum counts seats that answered; silence opens no gate', () => {
  const half = constituency('a', 'consent consent', 'consent', { seats: 5, quorum: 3 });
  const outcome = judgeDecision({ scale: 'consent', constituencies: [half] });
  expect(outcome.passed).toBe(false);
  expect(outcome.constituencies[0]).toMatchObject({ quorumMet: false, gateMet: true });
  expect(outcome.reasons[0]).toEqual({
    code: 'quorum-not-met',
    values: { constituency: 'a', answered: 2, quorum: 3, seats: 5 },
  });
  const silent = constituency('b', '', 'consent', { seats: 3, quorum: 0 });
  expect(judgeDecision({ scale: 'consent', constituencies: [silent] }).reasons[0]?.code).toBe(
    'no-answers',
  );
});

test('dissent under a majority gate is on record, standing aside is not dissent', () => {
  const outcome = judgeDecision({
    scale: 'consent',
    constituencies: [constituency('a', 'consent consent stand-aside object', 'majority')],
  });
  expect(outcome.passed).toBe(true);
  expect(outcome.reasons.at(-1)).toEqual({
    code: 'dissent-recorded',
    values: { constituency: 'a', count: 1 },
  });
});

test('without gates a consensus scale asks for consent of all', () => {
  const constituencies = [constituency('a', '5 5', 'none'), constituency('b', '1', 'none')];
  const outcome = judgeDecision({ scale: 'fist-to-five', constituencies });
  expect(outcome).toMatchObject({ passed: false, overall: 'consent' });
  expect(outcome.reasons[0]?.code).toBe('overall-not-met');
});

test('input that breaks the contract is refused by name', () => {
  const judge = (part: Partial<ConstituencyStances>) =>
    judgeDecision({
      scale: 'consent',
      constituencies: [constituency('a', 'consent', 'none', part)],
    });
  expect(() => judge({ stances: [{ value: 'yes' }] })).toThrow(AnalysisInputError);
  expect(() => judge({ seats: 0 })).toThrow('quorum');
  expect(() => judge({ quorum: 9 })).toThrow('quorum');
  expect(() => judgeDecision({ scale: 'consent', constituencies: [] })).toThrow('constituencies');
  const twice = [constituency('a', 'consent'), constituency('a', 'consent')];
  expect(() => judgeDecision({ scale: 'consent', constituencies: twice })).toThrow('twice');
});

describe('properties', () => {
  const gate = fc.constantFrom<Gate>('consent', 'majority', 'supermajority', 'none');
  const decision = fc
    .constantFrom<Scale>('fist-to-five', 'gradients', 'consent', 'majority', 'supermajority')
    .chain((scale) =>
      fc
        .array(fc.tuple(gate, fc.array(fc.constantFrom(...stancesOf[scale]), { maxLength: 7 })), {
          minLength: 1,
          maxLength: 5,
        })
        .map((parts) => ({
          scale,
          constituencies: parts.map(([gate, labels], index) =>
            constituency(`c${index}`, labels.join(' '), gate, { quorum: 0 }),
          ),
        })),
    );

  test('the order of people and of constituencies does not matter', () => {
    fc.assert(
      fc.property(decision, (input) => {
        const turned = input.constituencies
          .map((part) => ({ ...part, stances: [...part.stances].reverse() }))
          .reverse();
        const outcome = judgeDecision({ ...input, constituencies: turned });
        const straight = judgeDecision(input);
        expect(outcome.passed).toBe(straight.passed);
        expect([...outcome.constituencies].reverse()).toEqual(straight.constituencies);
      }),
    );
  });

  test('resolving a concern never makes a decision fail', () => {
    fc.assert(
      fc.property(decision, (input) => {
        const before = judgeDecision(input);
        const constituencies = input.constituencies.map((part) => ({
          ...part,
          stances: part.stances.map((stance) => ({ ...stance, concernResolved: true })),
        }));
        if (before.passed) expect(judgeDecision({ ...input, constituencies }).passed).toBe(true);
      }),
    );
  });

  test('a failed decision says why', () => {
    fc.assert(
      fc.property(decision, (input) => {
        const { passed, reasons } = judgeDecision(input);
        const stops = ['quorum-not-met', 'no-answers', 'blocking-concerns', 'gate-not-met'];
        const stopped = reasons.some(({ code }) => [...stops, 'overall-not-met'].includes(code));
        expect(stopped).toBe(!passed);
      }),
    );
  });
});
