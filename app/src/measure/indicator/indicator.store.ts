import { type Ctx, notFound } from '../../partnership/access/server.ts';
import type { Indicator, IndicatorValue } from './indicator.ts';

/** Indicators with their values, as far as this actor may see. Two queries, however many there are. */
export async function readIndicators(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, Indicator>> {
  if (ids.length === 0) return new Map();
  const partnershipId = ctx.actor.partnership?.id ?? null;
  const rows = await ctx.db
    .selectFrom('indicator')
    .leftJoin('seat', (join) =>
      join
        .onRef('seat.partnershipId', '=', 'indicator.partnershipId')
        .onRef('seat.id', '=', 'indicator.keeperSeat'),
    )
    .selectAll('indicator')
    .select('seat.organizationId as keeperOrganization')
    .where('indicator.partnershipId', '=', partnershipId)
    .where('indicator.id', 'in', ids)
    .execute();
  const values = await readValues(ctx, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        wanted: row.wanted as Indicator['wanted'],
        baseline: numberOrNull(row.baseline),
        target: numberOrNull(row.target),
        values: values.get(row.id) ?? [],
      },
    ]),
  );
}

export async function readIndicator(ctx: Ctx, id: string): Promise<Indicator> {
  const indicator = (await readIndicators(ctx, [id])).get(id);
  if (!indicator) throw notFound();
  return indicator;
}

async function readValues(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('indicatorValue')
    .select(['indicatorId', 'measuredOn', 'value', 'note'])
    .where('partnershipId', '=', ctx.actor.partnership?.id ?? null)
    .where('indicatorId', 'in', ids)
    .orderBy('measuredOn')
    .execute();
  const found = new Map<string, IndicatorValue[]>();
  for (const { indicatorId, measuredOn, value, note } of rows) {
    const values = found.get(indicatorId) ?? [];
    values.push({ measuredOn, value: Number(value), note });
    found.set(indicatorId, values);
  }
  return found;
}

function numberOrNull(value: string | null): number | null {
  return value === null ? null : Number(value);
}
