import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type TestPartnership,
  testPartnership,
} from '../../partnership/testing/test-partnership.ts';
import { datesFor } from '../../ui/index.ts';
import { type Indicator, sayChart, standingOf } from './index.ts';
import {
  createIndicator,
  enterValues,
  readIndicator,
  readValueLines,
  valuesAsCsv,
} from './server.ts';

const dates = (locale: 'en' | 'es') =>
  datesFor({ locale, timeZone: 'America/New_York', now: new Date('2026-12-01T12:00:00Z') });

function indicator(values: readonly number[], changes: Partial<Indicator> = {}): Indicator {
  return {
    id: '',
    visibleTo: 'partnership',
    name: 'Late buses',
    unit: '%',
    wanted: 'down',
    baseline: 14,
    baselineOn: '2026-08-20',
    target: 4,
    targetOn: '2027-05-28',
    source: '',
    keeperSeat: '',
    keeperOrganization: null,
    values: values.map((value, at) => ({
      measuredOn: new Date(Date.UTC(2026, 8, 1 + 7 * at)).toISOString().slice(0, 10),
      value,
      note: '',
    })),
    ...changes,
  };
}

describe('what a chart says', () => {
  it('waits for enough values before it calls anything a change', () => {
    const few = indicator([14, 12, 9]);
    expect(standingOf(few).verdict).toEqual({
      kind: 'insufficient',
      need: 10,
      have: 2,
      what: 'useful-points',
    });
    expect(sayChart('en', dates('en'), few)).toBe(
      'The latest value is 9% (Tue 15 Sep). It started at 14%, and the target is 4%. It takes 10 values off the middle line to tell a change from chance; there are 2.',
    );
  });

  it('names a lasting change, and whether it is the one that was wanted', () => {
    const better = indicator([14, 15, 14, 15, 14, 13, 14, 15, 6, 6, 7, 6, 5, 6, 7, 6]);
    expect(standingOf(better)).toMatchObject({
      middle: 10,
      verdict: { kind: 'shift', from: '2026-10-27', to: '2026-12-15', length: 8, wanted: true },
    });
    const worse = { ...better, wanted: 'up' as const };
    expect(standingOf(worse).verdict).toMatchObject({ wanted: false });
  });

  it('does not mistake ups and downs for more', () => {
    const noise = indicator([12, 9, 13, 8, 12, 9, 14, 8, 13, 9, 12, 8]);
    expect(standingOf(noise).verdict).toEqual({ kind: 'chance' });
    expect(sayChart('es', dates('es'), noise)).toContain('solo lo que la casualidad explica');
  });

  it.each([
    ['up' as const, 80, true],
    ['up' as const, 74, false],
    ['down' as const, 75, true],
    ['down' as const, 76, false],
  ])('knows when the target is met: %s, %i', (wanted, value, met) => {
    expect(standingOf(indicator([value], { wanted, target: 75 })).targetMet).toBe(met);
  });
});

describe('a list of values', () => {
  it('keeps the good lines and names the bad ones', () => {
    const read = readValueLines(
      [
        'date,value,note',
        '2026-09-01,14',
        '',
        '9/8/2026,"13.5","Snow, twice"',
        '2026-13-01,5',
        '2026-09-15,many',
        '2026-09-22',
        '2026-09-01,99',
        '2026-09-29,"7',
        `2026-10-06,7,${'x'.repeat(301)}`,
        '2026-10-13,8%,',
      ].join('\r\n'),
    );
    expect(read.values).toEqual([
      { measuredOn: '2026-09-01', value: '14', note: '' },
      { measuredOn: '2026-09-08', value: '13.5', note: 'Snow, twice' },
      { measuredOn: '2026-10-13', value: '8', note: '' },
    ]);
    expect(read.wrong.map(({ line, problem }) => [line, problem])).toEqual([
      [5, 'date'],
      [6, 'value'],
      [7, 'columns'],
      [8, 'twice'],
      [9, 'quotes'],
      [10, 'note'],
    ]);
  });

  it('reads what spreadsheets in other languages save', () => {
    expect(readValueLines('\uFEFFFecha;Valor\n2026-09-01;13,5;con lluvia, mucha').values).toEqual([
      { measuredOn: '2026-09-01', value: '13.5', note: 'con lluvia, mucha' },
    ]);
    expect(readValueLines('2026-09-01\t3').values).toHaveLength(1);
  });

  it('reads at most 5,000 lines and says so', () => {
    const line = (at: number) =>
      `${new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10)},1`;
    const read = readValueLines(Array.from({ length: 5001 }, (_, at) => line(at)).join('\n'));
    expect(read).toMatchObject({ cutAfter: 5000, wrong: [] });
    expect(read.values).toHaveLength(5000);
  });

  it('comes back from the download as it was, and runs nothing in a spreadsheet', () => {
    const values = [{ measuredOn: '2026-09-01', value: -3.5, note: 'a "quoted", word' }];
    const text = valuesAsCsv('en', { values });
    expect(readValueLines(text).values).toEqual([
      { measuredOn: '2026-09-01', value: '-3.5', note: 'a "quoted", word' },
    ]);
    const formula = valuesAsCsv('es', { values: [{ ...values[0]!, note: '=1+1' }] });
    expect(formula).toContain(",'=1+1");
  });
});

describe('entering values', () => {
  let here: TestPartnership;
  let id: string;
  beforeAll(async () => {
    here = await testPartnership();
    id = await here.as('superintendent', (ctx) =>
      createIndicator(ctx, {
        indicatorName: 'Late buses',
        unit: '%',
        wanted: 'down',
        baseline: '14',
        baselineOn: undefined,
        target: '4',
        source: '',
        targetOn: '2027-05-28',
        keeperSeat: here.seats.principal.seatId,
        visibleTo: 'partnership',
      }),
    );
  });
  afterAll(() => here.close());

  it('is for the keeper and the leads of the keeper’s organization', async () => {
    const value = { measuredOn: '2026-09-30', value: '12.25', note: '' };
    await here.as('principal', (ctx) => enterValues(ctx, id, [value]));
    await here.as('superintendent', (ctx) => enterValues(ctx, id, [{ ...value, value: '12' }]));
    for (const other of ['president', 'representative', 'parent'] as const) {
      await expect(here.as(other, (ctx) => enterValues(ctx, id, [value]))).rejects.toMatchObject({
        status: 403,
      });
    }
    expect(await here.as('parent', (ctx) => readIndicator(ctx, id))).toMatchObject({
      values: [{ measuredOn: '2026-09-30', value: 12, note: '' }],
    });
  });

  it('leaves what a value was before in the trail', async () => {
    const trail = await here.as('board', ({ db }) =>
      db
        .selectFrom('auditEntry')
        .select('details')
        .where('action', '=', 'indicator.values-entered')
        .execute(),
    );
    expect(trail.at(-1)?.details).toEqual({
      indicator: id,
      days: [{ on: '2026-09-30', value: '12', before: 12.25 }],
    });
  });

  it('is refused by the database itself for other seats', async () => {
    await expect(
      here.as('president', ({ db, actor, clock }) =>
        db
          .insertInto('indicatorValue')
          .values({
            partnershipId: here.partnershipId,
            indicatorId: id,
            measuredOn: '2026-10-01',
            visibleTo: 'partnership',
            value: '1',
            enteredAt: clock.now(),
            enteredBySeat: actor.seat.seatId,
          })
          .execute(),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
