import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerJointChange, registerJointChange } from '../joint-change/server.ts';
import { type TestPartnership, testPartnership } from '../testing/test-partnership.ts';
import { profiles } from './profiles/index.ts';
import { differingRules, looserThan, valuesOf } from './rules-in-force.ts';
import { proposeRules, readReviews, readRules, reviewRules, rulesChange } from './server.ts';

let here: TestPartnership;
beforeAll(async () => {
  here = await testPartnership();
  registerJointChange('rules', rulesChange);
});
afterAll(() => here.close());

const california = () => ({
  profile: 'california' as const,
  values: valuesOf(profiles.california),
  boardSizes: { [here.seats.board.organizationId]: 7 },
  note: '',
  reason: 'We are in California.',
});

test('a partnership begins with the careful default, the same in the database and in the profile', async () => {
  const rules = await here.as('parent', readRules);
  expect(rules).toMatchObject({ version: 1, profile: 'generic', boardSizes: {} });
  expect(rules.edition).toBe(profiles.generic.edition);
  expect(differingRules(rules, valuesOf(profiles.generic))).toEqual([]);
});

test('looser than the law is found rule by rule', () => {
  const law = valuesOf(profiles.massachusetts);
  expect(looserThan(law, law)).toEqual([]);
  expect(looserThan(law, { ...law, covered: [], oneWay: false })).toEqual(['covered', 'oneWay']);
  const { notice } = law;
  expect(looserThan(law, { ...law, notice: { ...notice, regular: 47 } })).toEqual(['notice']);
  expect(looserThan(law, { ...law, notice: { ...notice, skips: 'nothing' } })).toEqual(['notice']);
  expect(looserThan(law, { ...law, notice: { ...notice, regular: 96 } })).toEqual([]);
  expect(looserThan(valuesOf(profiles.illinois), law)).toContain('serial');
});

test('other rules take force when both sides agree, and are read anew', async () => {
  await here.as('president', (ctx) => reviewRules(ctx, { version: 1 }));
  const id = await here.as('superintendent', (ctx) => proposeRules(ctx, california()));
  expect((await here.as('parent', readRules)).version).toBe(1);
  await here.as('president', (ctx) => answerJointChange(ctx, { id, answer: 'agree', reason: '' }));
  const rules = await here.as('parent', readRules);
  expect(rules).toMatchObject({ version: 2, profile: 'california' });
  expect(rules.boardSizes).toEqual({ [here.seats.board.organizationId]: 7 });
  expect(await here.as('parent', (ctx) => readReviews(ctx, 2))).toEqual([]);
  await expect(
    here.as('president', (ctx) => reviewRules(ctx, { version: 1 })),
  ).rejects.toMatchObject({ problems: { form: 'rules.newer' } });
  await here.as('president', (ctx) => reviewRules(ctx, { version: 2 }));
  expect(await here.as('parent', (ctx) => readReviews(ctx, 2))).toHaveLength(1);
});

test('nobody puts rules in force alone, not even by the database’s own function', async () => {
  const id = await here.as('superintendent', (ctx) =>
    proposeRules(ctx, {
      ...california(),
      profile: 'illinois',
      values: valuesOf(profiles.illinois),
    }),
  );
  const alone = here.as('superintendent', async (ctx) => rulesChange.apply?.(ctx, { id } as never));
  await expect(alone).rejects.toMatchObject({ code: '42501' });
  expect((await here.as('parent', readRules)).profile).toBe('california');
});

test('a proposal is stricter than the law, says why it differs, and differs at all', async () => {
  const propose = (change: Partial<ReturnType<typeof california>>) =>
    here.as('superintendent', (ctx) => proposeRules(ctx, { ...california(), ...change }));
  const { values } = california();
  const looser = { ...values, notice: { ...values.notice, regular: 24 } };
  await expect(propose({ values: looser, note: 'We are small' })).rejects.toMatchObject({
    problems: { noticeRegular: 'rules.looser' },
  });
  const stricter = { ...values, notice: { ...values.notice, regular: 96 } };
  await expect(propose({ values: stricter })).rejects.toMatchObject({
    problems: { note: 'rules.note-needed' },
  });
  await expect(propose({})).rejects.toMatchObject({ problems: { form: 'rules.nothing' } });
  const board = here.seats.board.organizationId;
  await expect(propose({ boardSizes: { [board]: 2 } })).rejects.toMatchObject({
    problems: { [`size-${board}`]: 'rules.size' },
  });
  await expect(
    here.as('principal', (ctx) => proposeRules(ctx, { ...california(), boardSizes: {} })),
  ).rejects.toMatchObject({ code: 'access.not-allowed' });
});
